// crowdclust intruders: whether people find the item that does not belong.
#include "tools/commands.h"
#include "tools/intruders_commands.h"

namespace crowdclust::tools {

void AddIntrudersCommand(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("intruders", "Test clusters: can people find the item that does not belong?");
  command->require_subcommand(1);
  AddIntrudersMakeCommand(*command);
  AddIntrudersSimulateCommand(*command);
  AddIntrudersScoreCommand(*command);
  AddIntrudersPlanCommand(*command);
  command->footer(
      "'crowdclust intruders COMMAND --help' says more.\n"
      "Example: crowdclust intruders make out/clusters.tsv --out intruder_hits.jsonl");
}

}  // namespace crowdclust::tools
