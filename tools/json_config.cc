#include "tools/json_config.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/json_fields.h"
#include "base/nearest_name.h"

namespace crowdclust::tools {
namespace {

std::string FieldOfFlag(std::string name) {
  std::ranges::replace(name, '-', '_');
  return name;
}

class JsonConfig : public CLI::Config {
 public:
  explicit JsonConfig(const CLI::App* command) : command_(command) {}

  // Not offered: run.json holds every option of a run.
  std::string to_config(const CLI::App*, bool, bool, std::string) const override { return ""; }

  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    const std::string text{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
    const std::string place = command_->get_config_ptr()->as<std::string>();
    nlohmann::json object;
    try {
      object = ParseJson(text, place);
    } catch (const InputError& error) {
      throw ConfigError(error.what());
    }
    if (!object.is_object()) throw ConfigError(place + ": an object {…} is needed");

    std::vector<std::string> known;
    for (const CLI::Option* option : command_->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        if (name != "help" && name != "config") known.push_back(FieldOfFlag(name));
      }
    }
    std::vector<CLI::ConfigItem> items;
    for (const auto& [field, value] : object.items()) {
      if (field == "about") continue;  // a comment for people
      if (std::ranges::find(known, field) == known.end()) {
        throw ConfigError(place + ": unknown field '" + field + "'; nearest is '" + NearestName(field, known) + "'");
      }
      if (!value.is_primitive() || value.is_null()) {
        throw ConfigError(place + ": field '" + field + "' must be a text, a number, true or false");
      }
      CLI::ConfigItem item;
      item.parents = {command_->get_name()};
      item.name = field;
      std::ranges::replace(item.name, '_', '-');
      item.inputs = {value.is_string() ? value.get<std::string>() : value.dump()};
      items.push_back(std::move(item));
    }
    return items;
  }

 private:
  const CLI::App* command_;
};

}  // namespace

void AddConfigFlag(CLI::App* command) {
  command->set_config("--config", "", "JSON file with any of these flags as fields, e.g. {\"max_sweeps\": 200}");
  command->config_formatter(std::make_shared<JsonConfig>(command));
}

}  // namespace crowdclust::tools
