// crowdclust simulate: answers to HITs from a described crowd.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "answers/crowd_file.h"
#include "answers/known_labels.h"
#include "answers/simulated_answers.h"
#include "answers/write_long_table.h"
#include "base/grouped_digits.h"
#include "base/output_file.h"
#include "hits/hit_file.h"
#include "tools/commands.h"
#include "tools/json_config.h"

namespace crowdclust::tools {
namespace {

struct SimulateFlags {
  std::string hits;
  std::string truth;
  std::string crowd;
  std::string out;
  std::string item_column;
  std::string label_column;
  std::string second_column;
  std::uint64_t seed = 1;
};

std::string CheckTableName(const std::string& path) {
  const auto extension = std::filesystem::path(path).extension();
  return extension == ".tsv" || extension == ".csv" ? "" : "'" + path + "' must end in .tsv or .csv";
}

void PrintSummary(const SimulateFlags& flags, const HitPlan& plan, const SimulatedAnswers& answers) {
  const auto line = [](const char* what, const std::string& value) {
    fmt::print("{:<26}{:>14}\n", what, value);
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
  line("assignments", GroupDigits(static_cast<std::int64_t>(answers.assignments.size())));
  line("rows", GroupDigits(rows));
  line("  items without a group", GroupDigits(without_group));
  fmt::print("written: {}\n", flags.out);
}

void RunSimulate(const SimulateFlags& flags) {
  const HitPlan plan = ReadHitFile(flags.hits);
  std::vector<std::string> label_columns;
  for (const std::string& column : {flags.label_column, flags.second_column}) {
    if (!column.empty()) label_columns.push_back(column);
  }
  const KnownLabels known = ReadKnownLabels(flags.truth, flags.item_column, label_columns);
  const CrowdOptions crowd = ReadCrowd(flags.crowd);
  const SimulatedAnswers answers = SimulateAnswers(plan, known, crowd, flags.seed);
  const char separator = std::filesystem::path(flags.out).extension() == ".tsv" ? '\t' : ',';
  WriteFile(flags.out, LongTable(plan, answers, separator));
  PrintSummary(flags, plan, answers);
}

}  // namespace

void AddSimulateCommand(CLI::App& app) {
  auto flags = std::make_shared<SimulateFlags>();
  CLI::App* command = app.add_subcommand("simulate", "Answer HITs by a simulated crowd");
  command->add_option("HITS", flags->hits, "HITs as written by 'crowdclust hits'")->required();
  command->add_option("--truth", flags->truth, "CSV or TSV table: item, label and maybe a second label")
      ->required();
  command
      ->add_option("--crowd", flags->crowd,
                   "JSON file that describes the crowd, e.g. configs/crowds/shoes.json")
      ->required();
  command->add_option("--out", flags->out, "answers to write, .tsv or .csv")
      ->required()
      ->check(CheckTableName);
  command->add_option("--item-column", flags->item_column,
                      "the truth's items (default: item, else the first column)");
  CLI::Option* label = command->add_option("--label-column", flags->label_column,
                                           "the truth's labels (default: the next column)");
  command
      ->add_option("--second-column", flags->second_column,
                   "the truth's second labels (default: the column after those, if no flag names any)")
      ->needs(label);
  command->add_option("--seed", flags->seed, "equal seed, equal bytes")->capture_default_str();
  command->footer(
      "Example: crowdclust simulate hits.jsonl --truth configs/shoes/truth.tsv --crowd "
      "configs/crowds/shoes.json "
      "--out answers.tsv");
  AddConfigFlag(command);
  command->final_callback([flags] { RunSimulate(*flags); });
}

}  // namespace crowdclust::tools
