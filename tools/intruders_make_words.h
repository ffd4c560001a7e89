// What `crowdclust intruders make` was asked, and what it prints.
#pragma once

#include <filesystem>
#include <string>

#include "intruders/make_intruders.h"
#include "intruders/mix_golden.h"
#include "intruders/write_intruder_tasks.h"

namespace crowdclust::tools {

struct IntrudersMakeFlags {
  std::string clusters;
  std::string out;
  std::string intruder = IntruderChoiceNames().front();
  bool twins = false;
  std::string format = IntruderTaskFormatNames().front();
  std::string run;     // the folder with the clusters.json of --intruder nearest; empty: where CLUSTERS lies
  std::string golden;  // the table of golden HITs; empty: none
  GoldenShares golden_shares;
  IntruderOptions options;
};

// Beside --out, which holds the HITs in the form of --to: NAME.jsonl with the right answers, of another form
// than our own; NAME.plan.json; and of training NAME.training.EXT and NAME.training.jsonl.
struct IntrudersMakePaths {
  std::filesystem::path key;  // --out itself in our own form
  std::filesystem::path plan;
  std::filesystem::path training;
  std::filesystem::path training_key;
};
IntrudersMakePaths PathsBeside(const IntrudersMakeFlags& flags);

// Of all assignments.
double RewardTotal(const IntruderPlan& plan);

// HITs of each kind, what they cost, what could not be made and what was written. Lines, ready to print.
std::string DescribeMade(const IntrudersMakeFlags& flags, const MadeIntruders& made,
                         const MixedGolden& golden);

}  // namespace crowdclust::tools
