// The flags that commands on answers share: which answers, and how to run.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "answers/read_answers.h"
#include "clustering/pipeline.h"

namespace crowdclust::tools {

struct AnswersFlags {
  std::vector<std::filesystem::path> files;
  std::string format = "auto";
  std::vector<std::string> map;  // "worker=COL", …
  std::string progress = "auto";
  bool include_golden = false;
};

// Adds ANSWERS, --format, --map and --include-golden. `flags` must outlive the command.
void AddReadFlags(CLI::App* command, AnswersFlags* flags);

// Adds --progress. `flags` must outlive the command.
void AddProgressFlag(CLI::App* command, AnswersFlags* flags);

// Adds these, --seed (with this help) and --threads, 0 by default. Both must outlive the command.
void AddAnswersFlags(CLI::App* command, const std::string& seed_help, AnswersFlags* flags,
                     PipelineOptions* options);

// The columns that --map names. Throws UsageError for an entry that ParseColumnMap refuses, and where there
// is a map and --format is neither auto nor table.
ColumnMap MapOf(const AnswersFlags& flags);

// The same as an object of columns by their keys. Throws UsageError as MapOf.
nlohmann::ordered_json MapJson(const AnswersFlags& flags);

// Reads them. Throws InputError, and UsageError as MapOf.
AnswersAndIntake ReadAnswers(const AnswersFlags& flags);

}  // namespace crowdclust::tools
