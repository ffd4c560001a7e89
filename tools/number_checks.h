// Numbers on the command line are what their flags take.
#pragma once

#include <CLI/CLI.hpp>

namespace crowdclust::tools {

// Refuses 2.5 and inf for the whole-number flags of the app and its commands, and nan for all that take a
// number, before any other check of theirs. To be called when all flags are there.
void AddNumberChecks(CLI::App* app);

}  // namespace crowdclust::tools
