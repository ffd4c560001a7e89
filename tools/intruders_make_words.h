// What `crowdclust intruders make` was asked, and what it prints.
#pragma once

#include <filesystem>
#include <string>

#include "intruders/make_intruders.h"
#include "intruders/mix_golden.h"

namespace crowdclust::tools {

struct IntrudersMakeFlags {
  std::string clusters;
  std::string out;
  std::string intruder = IntruderChoiceNames().front();
  bool twins = false;
  std::string run;     // the folder with the clusters.json of --intruder nearest; empty: where CLUSTERS lies
  std::string golden;  // the table of golden HITs; empty: none
  GoldenShares golden_shares;
  IntruderOptions options;
};

// NAME.plan.json and NAME.training.EXT beside --out.
std::filesystem::path PlanPath(const IntrudersMakeFlags& flags);
std::filesystem::path TrainingPath(const IntrudersMakeFlags& flags);

// Of all assignments.
double RewardTotal(const IntruderPlan& plan);

// HITs of each kind, what they cost, what could not be made and what was written. Lines, ready to print.
std::string DescribeMade(const IntrudersMakeFlags& flags, const MadeIntruders& made,
                         const MixedGolden& golden);

}  // namespace crowdclust::tools
