// The next HITs of a study, by the answers so far.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "answers/answers.h"
#include "clustering/clustering.h"
#include "hits/hit.h"
#include "planning/choose_hits.h"

namespace crowdclust {

struct AdaptiveOptions {
  int num_hits = 20;       // at least 1
  int items_per_hit = 10;  // M, 2..N
  int overlap = 1;         // workers a HIT, at least 1
  double reward = 0.02;    // an assignment, at least 0
  std::string prefix{};    // before each HIT's name
  double new_share = 0.5;  // 0 to 1, of the places: so many at most are offered to items that nobody has seen
  int searches = 10;       // that labellings are drawn from (see DrawLabellings)
  int samples = 4;         // labellings after each
  std::uint64_t seed = 1;
  int num_threads = 1;  // 0: all cores; never changes the result
};

// How many of the items the first HITs are of: each in 4 of them, at least 2 M and at most all.
int NumItemsToBegin(int num_items, const AdaptiveOptions& options);

// The first HITs: a drawn NumItemsToBegin of the items, dealt by DealBalanced. The rest is worked in by
// NextHits. Named h1, h2, … Throws InputError for options out of range. Equal seed, equal plan.
HitPlan FirstHits(const NameIndex& items, const AdaptiveOptions& options);

// What is known of a study.
struct StudySoFar {
  const Answers& answers;
  Clustering clusters;   // of the answers' items
  double scatter = 0.4;  // a of the partition model (M17) that fits them
};

// What names the round after these answers: a, their number of assignments, and a dash: "a400-".
std::string RoundOf(const Answers& answers);

// The next HITs: labellings are drawn (DrawLabellings), with the study's own as one of them, and
// blocks chosen for what they say of where items belong (PlacementChances, ChooseHits). Items that nobody has
// seen are as likely of a cluster as the cluster is large; items of the answers that `items` lacks are not
// shown. HITs are named by RoundOf and their own names: a400-h01, … `go_on`, where there
// is one, is told the share of the drawing that is done, from any thread, and ends all by false, with no
// HITs. Throws InputError for options out of range. Equal seed, equal plan. O(DrawLabellings + ChooseHits).
HitPlan NextHits(const NameIndex& items, const StudySoFar& study, const AdaptiveOptions& options,
                 const std::function<bool(double share)>& go_on = {});

}  // namespace crowdclust
