// The commands of the program, one function a command, one cmd_NAME.cc each.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace crowdclust::tools {

// Each adds its subcommand with flags, defaults and help to `app`, and runs it in CLI11's final callback.
// Results go to stdout; errors are exceptions: InputError (exit code 3), OutputError and NumericalError
// (1), UsageError and CLI::Error (2).
// `command_line` is what the run was started with, for its record.
void AddHitsCommand(CLI::App& app);
void AddPlanCommand(CLI::App& app, const std::vector<std::string>& command_line);
void AddSimulateCommand(CLI::App& app);
void AddConvertCommand(CLI::App& app);
void AddAggregateCommand(CLI::App& app, const std::vector<std::string>& command_line);
void AddCompareCommand(CLI::App& app);
void AddEvaluateCommand(CLI::App& app);
void AddIntrudersCommand(CLI::App& app);

}  // namespace crowdclust::tools
