// The flags that `simulate` and `intruders simulate` share: whose answers, seen through what truth.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "answers/crowd.h"
#include "answers/known_labels.h"

namespace crowdclust::tools {

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

// Adds --truth, --crowd, --out, the columns and --seed. `flags` must outlive the command.
void AddSimulateFlags(CLI::App* command, SimulateFlags* flags);

// The truth's first and, where there is one, second labels. Throws InputError.
KnownLabels ReadTruth(const SimulateFlags& flags);

// What separates the cells of --out: a tab for .tsv, a comma for .csv.
char SeparatorOf(const SimulateFlags& flags);

}  // namespace crowdclust::tools
