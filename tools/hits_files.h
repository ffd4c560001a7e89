// The files that `crowdclust hits` writes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/output_file.h"
#include "hits/coverage.h"
#include "hits/hit.h"
#include "tools/hits_flags.h"

namespace crowdclust::tools {

// What is asked: the plan with its golden HITs, and the suites beside it, empty where none were asked for.
struct AskedHits {
  HitPlan plan;
  std::string round{};  // of --design adaptive, before the names of all HITs: see RoundOf
  HitPlan exam{};
  HitPlan training{};
  Coverage coverage{};                  // of the plan
  std::int64_t items_shown = 0;         // these four of --design adaptive alone
  std::int64_t new_items = 0;           // that no answer so far has
  std::int64_t assignments_before = 0;  // of the answers so far
  std::int64_t items_not_listed = 0;    // of the answers so far that ITEMS lacks; they are not shown again
  std::int64_t known_unused = 0;        // items of --golden that no HIT shows
  int repeated = 0;                     // HITs with known groups that show the items of another one
};

// Where they are written: NAME.EXT and, where asked for, NAME.exam.EXT and NAME.training.EXT in the form of
// --to; with another form than our own the same in ours, NAME.jsonl, …, and the form's page; last
// NAME.plan.json with the figures. Throws UsageError where two of these are one file.
std::vector<std::filesystem::path> HitsPaths(const HitsFlags& flags);

// The same with what they hold.
std::vector<FileContent> HitsFiles(const HitsFlags& flags, const AskedHits& asked);

}  // namespace crowdclust::tools
