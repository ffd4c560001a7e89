#include "tools/command_names.h"

#include <algorithm>

#include "base/nearest_name.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

std::vector<std::string> CommandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> FlagNames(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

}  // namespace

const CLI::App* CommandOf(const CLI::App& app, const std::vector<std::string>& arguments) {
  const CLI::App* command = &app;
  for (const std::string& argument : arguments) {
    for (const CLI::App* candidate : command->get_subcommands(nullptr)) {
      if (candidate->get_name() == argument) {
        command = candidate;
        break;
      }
    }
  }
  return command;
}

void RefuseUnknownNames(const CLI::App& app, const std::vector<std::string>& arguments) {
  const CLI::App* command = CommandOf(app, arguments);
  const std::vector<std::string> commands = CommandNames(*command);
  for (const std::string& argument : arguments) {
    if (commands.empty() || argument.starts_with("-") || argument == command->get_name()) continue;
    throw UsageError("no command '" + argument + "'; nearest is '" + NearestName(argument, commands) +
                     "'; see --help");
  }
  const std::vector<std::string> flags = FlagNames(*command);
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (!argument.starts_with("--")) continue;
    const std::string flag = argument.substr(0, argument.find('='));
    if (std::ranges::find(flags, flag) == flags.end()) {
      throw UsageError("no flag '" + flag + "'; nearest is '" + NearestName(flag, flags) + "'; see --help");
    }
  }
}

}  // namespace crowdclust::tools
