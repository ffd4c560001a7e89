// Intruder HITs out of a clustering.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "base/name_index.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

// Which cluster the intruder of a HIT comes from.
enum class IntruderChoice {
  kUniform,     // any other, equally likely
  kNearest,     // the one that people confuse the main cluster with most
  kStratified,  // every ordered pair of clusters equally often
};

// "uniform", "nearest", "stratified", in that order.
std::vector<std::string> IntruderChoiceNames();
IntruderChoice ParseIntruderChoice(const std::string& name);  // throws InputError that names the nearest

struct IntruderOptions {
  std::int64_t count = 100;  // HITs asked for, at least 1
  int per_hit = 8;           // M, at least 3: of two items neither is the odd one
  int overlap = 5;           // workers a HIT, at least 1
  double reward = 0.02;      // for an assignment, 0 or more
  IntruderChoice choice = IntruderChoice::kUniform;
  std::vector<int> nearest{};  // of kNearest: of each label of the clusters another one, or -1: not known
  std::uint64_t seed = 1;
};

// HITs of one main cluster, and of intruders of one cluster where these are told apart; or twins.
struct HitShare {
  std::string cluster{};
  std::string other_cluster{};  // the intruders', or the other twin; empty: any other
  int size = 0;                 // n items of the main cluster
  int per_hit = 0;              // items that its HITs show: M, or n + 1 where that is less
  std::int64_t distinct = 0;    // different HITs there are, at most the largest int64
  std::int64_t share = 0;       // its equal share of the HITs asked for
  std::int64_t made = 0;        // less than the share where distinct is; more where another had less
};

struct SmallCluster {
  std::string cluster;
  int size = 0;
};

struct MadeIntruders {
  IntruderPlan plan;
  std::int64_t asked = 0;
  std::int64_t shortfall = 0;           // asked less made: all the different HITs there are were made
  std::vector<HitShare> shares;         // the largest main cluster first
  std::vector<SmallCluster> too_small;  // to be a main cluster; their items still serve as intruders
};

// Divides options.count evenly among the clusters of two items or more, or among the ordered pairs with such
// a main cluster (what an uneven division leaves to the first: the largest cluster, the earlier named at a
// tie). Each HIT has M - 1 items of its main cluster, or all of a smaller one, any such set equally likely,
// and one item of another cluster by options.choice, in random order; the HITs stand in random order too.
// Where the nearest is not known, any other serves. No two HITs have the same main items and the same
// intruder. What lacks different HITs makes all it has, and the others share what is missing. `clusters` has
// a label for each of `items`; `place` is the file in messages. Throws InputError for one cluster only, or
// none of two items. Deterministic by seed.
MadeIntruders MakeIntruders(const NameIndex& items, const LabelColumn& clusters,
                            const IntruderOptions& options, const std::string& place);

}  // namespace crowdclust
