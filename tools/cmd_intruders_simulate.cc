// crowdclust intruders simulate: answers to intruder HITs from a described crowd.
#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "answers/crowd_file.h"
#include "base/grouped_digits.h"
#include "base/output_file.h"
#include "intruders/intruder_file.h"
#include "intruders/simulate_intruders.h"
#include "intruders/write_intruder_answers.h"
#include "tools/check_outputs.h"
#include "tools/intruders_commands.h"
#include "tools/json_config.h"
#include "tools/naming_file.h"
#include "tools/simulate_flags.h"
#include "tools/text_table.h"

namespace crowdclust::tools {
namespace {

void RunIntrudersSimulate(const SimulateFlags& flags) {
  CheckOutputs({flags.hits, flags.truth, flags.crowd}, {flags.out});
  const IntruderPlan plan = ReadIntruderHitFile(flags.hits);
  const KnownLabels known = ReadTruth(flags);
  const CrowdDescription crowd = ReadCrowd(flags.crowd);
  NamingFile(flags.truth, [&] { KnownIndices(plan.items, known.items); });
  const IntruderAnswers answers =
      NamingFile(flags.crowd, [&] { return SimulateIntruders(plan, known, crowd, flags.seed); });
  WriteFile(flags.out, IntruderAnswersTable(plan, answers, SeparatorOf(flags)));
  const auto line = [](const char* what, std::int64_t value) {
    fmt::print("{}", FigureLine(what, GroupDigits(value)));
  };
  line("HITs", plan.num_hits());
  line("workers in the crowd", crowd.workers);
  line("workers who answered", answers.workers.size());
  line("answers", answers.num_rows());
  fmt::print("written: {}\n", flags.out);
}

}  // namespace

void AddIntrudersSimulateCommand(CLI::App& intruders) {
  auto flags = std::make_shared<SimulateFlags>();
  CLI::App* command = intruders.add_subcommand("simulate", "Answer intruder HITs by a simulated crowd");
  command->add_option("INTRUDER_HITS", flags->hits, "HITs as written by 'crowdclust intruders make'")
      ->required();
  AddSimulateFlags(command, flags.get());
  command->footer(
      "Example: crowdclust intruders simulate intruder_hits.jsonl --truth configs/shoes/truth.tsv "
      "--crowd configs/crowds/shoes.json --out intruder_answers.tsv");
  AddConfigFlag(command);
  command->final_callback([flags] { RunIntrudersSimulate(*flags); });
}

}  // namespace crowdclust::tools
