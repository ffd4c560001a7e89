// Intruder HITs out of a clustering.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "base/name_index.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

struct IntruderOptions {
  std::int64_t count = 100;  // HITs asked for, at least 1
  int per_hit = 8;           // M, at least 3: of two items neither is the odd one
  int overlap = 5;           // workers a HIT, at least 1
  double reward = 0.02;      // for an assignment, 0 or more
  std::uint64_t seed = 1;
};

// What was made about one main cluster.
struct MainClusterShare {
  std::string cluster;
  int size = 0;               // n items
  std::int64_t distinct = 0;  // different HITs there are: C(n, M - 1) (N - n), at most the largest int64
  std::int64_t share = 0;     // its equal share of the HITs asked for
  std::int64_t made = 0;      // less than the share where distinct is; more where another cluster had less
};

struct SmallCluster {
  std::string cluster;
  int size = 0;  // fewer than M - 1 items
};

struct MadeIntruders {
  IntruderPlan plan;
  std::int64_t asked = 0;
  std::int64_t shortfall = 0;                   // asked less made: all the different HITs there are were made
  std::vector<MainClusterShare> main_clusters;  // the largest first
  std::vector<SmallCluster> too_small;          // to be a main cluster; their items still serve as intruders
};

// Divides options.count evenly among the clusters of M - 1 items or more (the rest of an uneven division to
// the largest first, the earlier named at a tie). Each HIT has M - 1 items of its main cluster, any such set
// equally likely, and one item of a cluster that is drawn uniformly from the others, in random order; the
// HITs stand in random order too. No two HITs have the same main items and the same intruder. A cluster
// without enough different HITs makes all it has, and the others share what is missing. `clusters` has a
// label for each of `items`; `place` is the file in messages. Throws InputError for one cluster only, or none
// of M - 1 items. Deterministic by seed.
MadeIntruders MakeIntruders(const NameIndex& items, const LabelColumn& clusters,
                            const IntruderOptions& options, const std::string& place);

}  // namespace crowdclust
