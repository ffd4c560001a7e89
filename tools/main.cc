// crowdclust: clusters from the answers of many people.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "tools/command_names.h"
#include "tools/commands.h"
#include "tools/json_config.h"
#include "tools/number_checks.h"
#include "tools/usage_error.h"

namespace {

enum ExitCode { kDone = 0, kFailed = 1, kUsage = 2, kInput = 3 };

int Run(int argc, char** argv) {
  using namespace crowdclust::tools;
  CLI::App app{"Clusters from the answers of many people: what to ask, what they answered, what it means."};
  app.name("crowdclust");
  app.set_version_flag("--version", "crowdclust " CROWDCLUST_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  app.footer(
      "'crowdclust COMMAND --help' says more and gives an example.\n"
      "Exit codes: 0 done, 1 failed, 2 usage or config, 3 input data.");
  const std::vector<std::string> command_line(argv, argv + argc);
  AddPlanCommand(app, command_line);
  AddHitsCommand(app);
  AddSimulateCommand(app);
  AddConvertCommand(app);
  AddAggregateCommand(app, command_line);
  AddCompareCommand(app);
  AddEvaluateCommand(app);
  AddIntrudersCommand(app);
  AddNumberChecks(&app);
  const std::vector<std::string> given(argv + 1, argv + argc);
  RefuseUnknownNames(app, given);
  const ExpandedArguments expanded = ExpandConfig(app, given);
  try {
    std::vector<std::string> arguments = expanded.arguments;
    std::ranges::reverse(arguments);  // CLI11 takes them from the back
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    std::cerr << PlaceInConfig(expanded, error.what());
    return app.exit(error) == 0 ? kDone : kUsage;
  } catch (const UsageError& error) {
    throw UsageError(PlaceInConfig(expanded, error.what()) + error.what());
  }
  return kDone;
}

// Throws OutputError where something printed is not where it should be.
void FinishStdout() {
  errno = 0;
  std::cout.flush();
  const bool printed = std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good();
  if (printed) return;
  const std::string why = errno == 0 ? "" : std::string(": ") + std::strerror(errno);
  throw crowdclust::OutputError("stdout: cannot write" + why);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that grows too large is an error like a full disc
  try {
    const int code = Run(argc, argv);
    FinishStdout();
    return code;
  } catch (const crowdclust::tools::UsageError& error) {
    std::cerr << "crowdclust: " << error.what() << '\n';
    return kUsage;
  } catch (const crowdclust::InputError& error) {
    std::cerr << "crowdclust: " << error.what() << '\n';
    return kInput;
  } catch (const std::exception& error) {
    std::cerr << "crowdclust: " << error.what() << '\n';
    return kFailed;
  }
}
