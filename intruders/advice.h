// What to do after an intruder test.
#pragma once

#include <cstdint>
#include <vector>

#include "intruders/score.h"

namespace crowdclust {

enum class AdviceKind {
  kMerge,        // people do not tell the two clusters apart
  kAskPair,      // too few answers to say whether they do
  kAskCluster,   // its precision is less sure than wanted
  kCheckWorker,  // answers as if at random beside others who do not
  kShuffle,      // positions decide what is chosen
};

struct Advice {
  AdviceKind kind = AdviceKind::kMerge;
  int cluster = -1;  // index into the clusters
  int other_cluster = -1;
  int worker = -1;                // index into the workers
  std::int64_t more_answers = 0;  // beside those there are
};

struct AdviceOptions {
  double half_width = 0.1;  // wanted of a cluster's 95 % interval, in (0, 0.5)
};

// Merge two clusters when their interval lies below halfway from chance to 1: where people find the intruder
// less than half as often as those who see it every time. Ask again about a pair whose interval holds
// halfway, and about a cluster whose interval is wider than wanted; so many more answers as bring it there at
// the present share and design effect, by new HITs and workers of the same kind. The worst come first within
// each kind. Of the intruders' question a pair has few answers as a rule, so only pairs whose share lies
// below halfway are named for more. O(groups log groups).
std::vector<Advice> Advise(const IntruderScore& score, const AdviceOptions& options = {});

// Answers beside `answers` that bring an interval's half-width down to the wanted one; widths go by the root
// of the answers. 0 where it is there already.
std::int64_t MoreAnswers(std::int64_t answers, double half_width, double wanted);

}  // namespace crowdclust
