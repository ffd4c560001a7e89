// The files that `crowdclust hits` writes.
#pragma once

#include <vector>

#include "base/output_file.h"
#include "hits/coverage.h"
#include "hits/hit.h"
#include "tools/hits_flags.h"

namespace crowdclust::tools {

// What is asked: the plan with its golden HITs, and the suites beside it, empty where none were asked for.
struct AskedHits {
  HitPlan plan;
  HitPlan exam{};
  HitPlan training{};
  Coverage coverage{};  // of the plan
  int repeated = 0;     // HITs with known groups that show the items of another one
};

// NAME.EXT and, where asked for, NAME.exam.EXT and NAME.training.EXT in the form of --to; with another form
// than our own the same in ours, NAME.jsonl, …, and the form's page; last NAME.plan.json with the figures.
// Throws UsageError where two of these are one file.
std::vector<FileContent> HitsFiles(const HitsFlags& flags, const AskedHits& asked);

}  // namespace crowdclust::tools
