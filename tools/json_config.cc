#include "tools/json_config.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/error.h"
#include "base/input_file.h"
#include "base/json_fields.h"
#include "base/nearest_name.h"
#include "tools/command_names.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

constexpr const char* kConfigFlag = "--config";

// Takes "--config FILE" or "--config=FILE" out of the arguments; empty where there is none.
std::string TakeConfigPath(std::vector<std::string>* arguments) {
  const std::string prefix = std::string(kConfigFlag) + "=";
  for (auto at = arguments->begin(); at != arguments->end(); ++at) {
    if (at->starts_with(prefix)) {
      std::string path = at->substr(prefix.size());
      arguments->erase(at);
      return path;
    }
    if (*at == kConfigFlag && at + 1 != arguments->end()) {
      std::string path = *(at + 1);
      arguments->erase(at, at + 2);
      return path;
    }
  }
  return "";
}

// The option that a field stands for. Throws UsageError when there is none.
const CLI::Option& OptionOf(const CLI::App& command, const std::string& path, const std::string& field) {
  std::vector<std::string> known;
  for (const CLI::Option* option : command.get_options()) {
    for (std::string name : option->get_lnames()) {
      std::ranges::replace(name, '-', '_');
      if (name == field && name != "config" && name != "help") return *option;
      if (name != "config" && name != "help") known.push_back(name);
    }
  }
  throw UsageError(path + ": unknown field '" + field + "'; nearest is '" + NearestName(field, known) + "'");
}

bool IsGiven(const CLI::Option& option, const std::vector<std::string>& arguments) {
  return std::ranges::any_of(option.get_lnames(), [&arguments](const std::string& name) {
    const std::string flag = "--" + name;
    return std::ranges::any_of(arguments, [&flag](const std::string& argument) {
      return argument == flag || argument.starts_with(flag + "=");
    });
  });
}

// "--max-sweeps" of "max_sweeps".
std::string FlagOf(const std::string& field) {
  std::string flag = "--" + field;
  std::ranges::replace(flag, '_', '-');
  return flag;
}

// Throws UsageError where --out is the configuration itself.
void CheckIsNoOutput(const std::string& path, const std::vector<std::string>& arguments) {
  const std::string flag = "--out", joined = flag + "=";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool apart = arguments[i] == flag && i + 1 < arguments.size();
    if (!apart && !arguments[i].starts_with(joined)) continue;
    const std::string out = apart ? arguments[i + 1] : arguments[i].substr(joined.size());
    std::error_code error;
    if (std::filesystem::equivalent(path, out, error))
      throw UsageError(path + ": both read as --config and written; choose another --out");
  }
}

bool IsPlain(const nlohmann::json& value) { return value.is_primitive() && !value.is_null(); }

nlohmann::json ReadConfig(const std::string& path) {
  try {
    const std::string bytes = ReadFile(path);
    nlohmann::json config = ParseJson(CheckText(bytes, path), path);
    if (!config.is_object()) throw UsageError(path + ": an object {…} is needed");
    return config;
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
}

}  // namespace

void AddConfigFlag(CLI::App* command) {
  command->add_option(kConfigFlag, "JSON file with any of these flags as fields, e.g. {\"seed\": 2}")
      ->type_name("FILE");
}

ExpandedArguments ExpandConfig(const CLI::App& app, std::vector<std::string> arguments) {
  const CLI::App* command = CommandOf(app, arguments);
  const std::string path = TakeConfigPath(&arguments);
  ExpandedArguments expanded{.arguments = arguments, .config = path, .fields = {}};
  if (path.empty()) return expanded;
  const nlohmann::json config = ReadConfig(path);
  for (const auto& [field, value] : config.items()) {
    if (field == "about") continue;
    const CLI::Option& option = OptionOf(*command, path, field);
    const bool is_list = value.is_array() && option.get_expected_max() > 1;
    const nlohmann::json values = is_list ? value : nlohmann::json::array({value});
    if (!std::ranges::all_of(values, IsPlain)) {
      throw UsageError(path + ": field '" + field + "' must be a text, a number, true or false");
    }
    if (IsGiven(option, arguments)) continue;
    expanded.fields.push_back(field);
    const std::string flag = FlagOf(field);
    for (const nlohmann::json& one : values)
      expanded.arguments.push_back(flag + "=" + (one.is_string() ? one.get<std::string>() : one.dump()));
  }
  CheckIsNoOutput(path, expanded.arguments);
  return expanded;
}

std::string PlaceInConfig(const ExpandedArguments& expanded, const std::string& error) {
  const std::size_t begin = error.find("--");
  if (begin == std::string::npos) return "";
  const std::size_t end = error.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", begin);
  const std::string flag = error.substr(begin, end - begin);
  const auto field = std::ranges::find(expanded.fields, flag, FlagOf);
  return field == expanded.fields.end() ? "" : expanded.config + ": field '" + *field + "': ";
}

}  // namespace crowdclust::tools
