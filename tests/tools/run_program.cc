#include "tests/tools/run_program.h"

#include <sys/wait.h>

#include <cstdlib>

#include "base/input_file.h"
#include "tests/testing/test_files.h"

namespace crowdclust::testing {

ProgramRun RunProgram(const std::string& arguments) {
  const ScratchFolder scratch;
  const auto out = scratch.path() / "out", err = scratch.path() / "err";
  std::string command = "'";
  command += CROWDCLUST_BINARY;
  command += "' " + arguments + " >'" + out.string() + "' 2>'" + err.string() + "'";
  const int status = std::system(command.c_str());
  return {
      .exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1, .out = ReadFile(out), .err = ReadFile(err)};
}

}  // namespace crowdclust::testing
