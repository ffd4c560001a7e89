// The flags that `aggregate` and `compare` share: which answers, and how to run.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "answers/read_answers.h"
#include "clustering/pipeline.h"

namespace crowdclust::tools {

struct AnswersFlags {
  std::vector<std::filesystem::path> files;
  std::string format = "auto";
  std::string progress = "auto";
  bool include_golden = false;
};

// Adds ANSWERS, --format, --include-golden, --seed (with this help), --threads, 0 by default, and --progress.
// Both must outlive the command.
void AddAnswersFlags(CLI::App* command, const std::string& seed_help, AnswersFlags* flags,
                     PipelineOptions* options);

// Reads them. Throws InputError.
AnswersAndIntake ReadAnswers(const AnswersFlags& flags);

}  // namespace crowdclust::tools
