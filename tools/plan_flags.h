// What the user asked of `crowdclust plan`.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/input_file.h"
#include "planning/plan_grid.h"
#include "planning/study_model.h"

namespace crowdclust::tools {

struct PlanFlags {
  std::string items;
  std::string item_column;
  std::string crowd;
  std::filesystem::path out;
  std::string design = DesignName(Design::kRandom);
  std::string method = ClusterMethodName(ClusterMethod::kPartition);
  std::string clusters = "auto";
  std::string sample_items = "auto";
  CategoryModel categories;
  std::string truth;
  std::string truth_item_column;
  std::string label_column;
  std::string second_column;
  PlanGridOptions grid;
  double quality = 0.95;
  double plan_seconds = 100;
  int replicates = 0;  // 0: as many as the seconds allow
  std::uint64_t seed = 1;
  int threads = 0;
  std::string progress = "auto";
  bool quiet = false;
  std::vector<std::string> command;
};

// Adds all of them. `flags` must outlive the command.
void AddPlanFlags(CLI::App* command, PlanFlags* flags);

// Reads the files and resolves what is `auto`, also in the flags. Throws InputError and UsageError.
StudyModel ReadStudyModel(PlanFlags* flags);

// The files that were read.
std::vector<FileMark> InputsOf(const PlanFlags& flags);

// Every option after defaults, under the names of the flags.
nlohmann::ordered_json PlanOptionsJson(const PlanFlags& flags);

}  // namespace crowdclust::tools
