// crowdclust simulate: answers to HITs from a described crowd.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "answers/crowd_file.h"
#include "answers/simulated_answers.h"
#include "answers/simulated_table.h"
#include "base/grouped_digits.h"
#include "base/output_file.h"
#include "hits/hit_file.h"
#include "tools/check_outputs.h"
#include "tools/commands.h"
#include "tools/json_config.h"
#include "tools/naming_file.h"
#include "tools/simulate_flags.h"
#include "tools/text_table.h"

namespace crowdclust::tools {
namespace {

void PrintSummary(const SimulateFlags& flags, const HitPlan& plan, const SimulatedAnswers& answers) {
  const auto line = [](const char* what, const std::string& value) {
    fmt::print("{}", FigureLine(what, value));
  };
  const auto workers = [&](const char* what, const auto& is_such) {
    line(what, GroupDigits(std::ranges::count_if(answers.workers, is_such)));
  };
  std::int64_t rows = 0, without_group = 0;
  for (const SimulatedAssignment& assignment : answers.assignments) {
    rows += static_cast<std::int64_t>(assignment.group.size());
    without_group += std::ranges::count(assignment.group, -1);
  }
  line("workers", GroupDigits(static_cast<std::int64_t>(answers.workers.size())));
  workers("  by the first label", [](const SimulatedWorker& w) { return w.kind == WorkerKind::kFirstLabel; });
  workers("    of them lumpers", [](const SimulatedWorker& w) { return w.lumper; });
  workers("    of them splitters", [](const SimulatedWorker& w) { return w.splitter; });
  workers("  by the second label",
          [](const SimulatedWorker& w) { return w.kind == WorkerKind::kSecondLabel; });
  workers("  spammers", [](const SimulatedWorker& w) { return w.kind == WorkerKind::kSpammer; });
  line("HITs", GroupDigits(static_cast<std::int64_t>(plan.hits.size())));
  if (HasKnownHits(plan)) {
    line("  with known groups", GroupDigits(std::ranges::count_if(plan.hits, [](const Hit& hit) {
           return hit.kind != HitKind::kOrdinary;
         })));
  }
  line("assignments", GroupDigits(static_cast<std::int64_t>(answers.assignments.size())));
  line("rows", GroupDigits(rows));
  line("  items without a group", GroupDigits(without_group));
  fmt::print("written: {}\n", flags.out);
}

void RunSimulate(const SimulateFlags& flags) {
  CheckOutputs({flags.hits, flags.truth, flags.crowd}, {flags.out});
  const HitPlan plan = ReadHitFile(flags.hits);
  const KnownLabels known = ReadTruth(flags);
  const CrowdDescription crowd = ReadCrowd(flags.crowd);
  NamingFile(flags.truth, [&] { KnownIndices(plan.items, known.items); });
  const SimulatedAnswers answers =
      NamingFile(flags.crowd, [&] { return SimulateAnswers(plan, known, crowd, flags.seed); });
  OutputFile out(flags.out);
  ForLongTable(plan, answers, SeparatorOf(flags), [&out](std::string_view piece) { out.Append(piece); });
  out.Finish();
  PrintSummary(flags, plan, answers);
}

}  // namespace

void AddSimulateCommand(CLI::App& app) {
  auto flags = std::make_shared<SimulateFlags>();
  CLI::App* command = app.add_subcommand("simulate", "Answer HITs by a simulated crowd");
  command->add_option("HITS", flags->hits, "HITs as written by 'crowdclust hits'")->required();
  AddSimulateFlags(command, flags.get());
  command->footer(
      "Example: crowdclust simulate hits.jsonl --truth configs/shoes/truth.tsv --crowd "
      "configs/crowds/shoes.json "
      "--out answers.tsv");
  AddConfigFlag(command);
  command->final_callback([flags] { RunSimulate(*flags); });
}

}  // namespace crowdclust::tools
