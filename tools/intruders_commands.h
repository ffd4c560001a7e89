// The commands below `crowdclust intruders`, one cmd_intruders_NAME.cc each.
#pragma once

#include <CLI/CLI.hpp>

namespace crowdclust::tools {

// As the functions of commands.h; `intruders` is the command that they belong to.
void AddIntrudersMakeCommand(CLI::App& intruders);
void AddIntrudersSimulateCommand(CLI::App& intruders);
void AddIntrudersScoreCommand(CLI::App& intruders);
void AddIntrudersPlanCommand(CLI::App& intruders);

}  // namespace crowdclust::tools
