#include "tools/json_config.h"

#include <algorithm>
#include <nlohmann/json.hpp>

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

std::vector<std::string> ExpandConfig(const CLI::App& app, std::vector<std::string> arguments) {
  const CLI::App* command = CommandOf(app, arguments);
  const std::string path = TakeConfigPath(&arguments);
  if (path.empty()) return arguments;
  const nlohmann::json config = ReadConfig(path);
  std::vector<std::string> expanded = arguments;
  for (const auto& [field, value] : config.items()) {
    if (field == "about") continue;
    const CLI::Option& option = OptionOf(*command, path, field);
    const bool is_list = value.is_array() && option.get_expected_max() > 1;
    const nlohmann::json values = is_list ? value : nlohmann::json::array({value});
    if (!std::ranges::all_of(values, IsPlain)) {
      throw UsageError(path + ": field '" + field + "' must be a text, a number, true or false");
    }
    if (IsGiven(option, arguments)) continue;
    std::string flag = field;
    std::ranges::replace(flag, '_', '-');
    for (const nlohmann::json& one : values)
      expanded.push_back("--" + flag + "=" + (one.is_string() ? one.get<std::string>() : one.dump()));
  }
  return expanded;
}

}  // namespace crowdclust::tools
