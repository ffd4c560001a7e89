#include "tools/simulate_flags.h"

#include <filesystem>
#include <vector>

#include "tools/out_flag.h"
#include "tools/seed_flag.h"

namespace crowdclust::tools {
namespace {

std::string CheckTableName(const std::string& path) {
  const auto extension = std::filesystem::path(path).extension();
  return extension == ".tsv" || extension == ".csv" ? "" : "'" + path + "' must end in .tsv or .csv";
}

}  // namespace

void AddSimulateFlags(CLI::App* command, SimulateFlags* flags) {
  command->add_option("--truth", flags->truth, "CSV or TSV table: item, label and maybe a second label")
      ->required();
  command
      ->add_option("--crowd", flags->crowd,
                   "JSON file that describes the crowd, e.g. configs/crowds/shoes.json")
      ->required();
  AddOutFlag(command, &flags->out, "answers to write, .tsv or .csv")->check(CheckTableName);
  command->add_option("--item-column", flags->item_column,
                      "the truth's items (default: item, else the first column)");
  CLI::Option* label = command->add_option("--label-column", flags->label_column,
                                           "the truth's labels (default: the next column)");
  command
      ->add_option("--second-column", flags->second_column,
                   "the truth's second labels (default: without --label-column the column after the labels)")
      ->needs(label);
  AddSeedFlag(command, &flags->seed, "equal seed, equal workers and equal bytes");
}

KnownLabels ReadTruth(const SimulateFlags& flags) {
  std::vector<std::string> label_columns;
  for (const std::string& column : {flags.label_column, flags.second_column}) {
    if (!column.empty()) label_columns.push_back(column);
  }
  return ReadKnownLabels(flags.truth, flags.item_column, label_columns);
}

char SeparatorOf(const SimulateFlags& flags) {
  return std::filesystem::path(flags.out).extension() == ".tsv" ? '\t' : ',';
}

}  // namespace crowdclust::tools
