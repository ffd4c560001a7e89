// crowdclust intruders simulate: answers to intruder HITs from a described crowd.
#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "answers/crowd_file.h"
#include "answers/known_labels.h"
#include "base/grouped_digits.h"
#include "base/output_file.h"
#include "intruders/intruder_file.h"
#include "intruders/simulate_intruders.h"
#include "intruders/write_intruder_answers.h"
#include "tools/intruders_commands.h"
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

void RunSimulate(const SimulateFlags& flags) {
  const IntruderPlan plan = ReadIntruderHitFile(flags.hits);
  std::vector<std::string> label_columns;
  for (const std::string& column : {flags.label_column, flags.second_column}) {
    if (!column.empty()) label_columns.push_back(column);
  }
  const KnownLabels known = ReadKnownLabels(flags.truth, flags.item_column, label_columns);
  const CrowdOptions crowd = ReadCrowd(flags.crowd);
  const IntruderAnswers answers = SimulateIntruders(plan, known, crowd, flags.seed);
  const char separator = std::filesystem::path(flags.out).extension() == ".tsv" ? '\t' : ',';
  WriteFile(flags.out, IntruderAnswersTable(plan, answers, separator));
  const auto line = [](const char* what, std::int64_t value) {
    fmt::print("{:<26}{:>14}\n", what, GroupDigits(value));
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
                   "the truth's second labels (default: without --label-column the column after the labels)")
      ->needs(label);
  command
      ->add_option("--seed", flags->seed,
                   "equal seed, equal bytes; the workers are those of 'simulate' with it")
      ->capture_default_str();
  command->footer(
      "Example: crowdclust intruders simulate intruder_hits.jsonl --truth configs/shoes/truth.tsv "
      "--crowd configs/crowds/shoes.json --out intruder_answers.tsv");
  AddConfigFlag(command);
  command->final_callback([flags] { RunSimulate(*flags); });
}

}  // namespace crowdclust::tools
