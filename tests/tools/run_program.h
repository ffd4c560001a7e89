// Runs the program as a user would.
#pragma once

#include <string>

namespace crowdclust::testing {

struct ProgramRun {
  int exit_code = -1;
  std::string out;
  std::string err;
};

// Runs `crowdclust ARGUMENTS` by the shell, from the root of the source tree.
ProgramRun RunProgram(const std::string& arguments);

}  // namespace crowdclust::testing
