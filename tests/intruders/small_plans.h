// Clusterings and intruder plans to test with.
#pragma once

#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "base/random.h"
#include "intruders/intruder_hit.h"
#include "tests/answers/reading.h"

namespace crowdclust::testing {

// "a", 3 -> "a3".
inline std::string Numbered(std::string name, int number) { return name.append(std::to_string(number)); }

// Clusters 0, 1, … of these sizes; items a0, a1, … in an order drawn by `random`.
inline KnownLabels ClustersOf(const std::vector<int>& sizes, Random* random) {
  std::vector<int> label;
  for (int c = 0; c < static_cast<int>(sizes.size()); ++c) {
    label.insert(label.end(), static_cast<std::size_t>(sizes[static_cast<std::size_t>(c)]), c);
  }
  random->Shuffle(&label);
  KnownLabels known;
  known.columns.resize(1);
  LabelColumn& column = known.columns[0];
  column.name = "cluster";
  for (const int cluster : label) {
    known.items.Add(Numbered("a", known.items.size()));
    column.label_of_item.push_back(column.labels.Add(std::to_string(cluster)));
  }
  return known;
}

// HITs i1, i2, …, each of items of its own (i1-0, i1-1, …); the intruder of HIT h is at positions[h], of
// cluster 1; the main cluster is 0.
inline IntruderPlan PlanOf(const std::vector<int>& positions, int per_hit = 3) {
  IntruderPlan plan;
  plan.clusters.Add("0");
  plan.clusters.Add("1");
  for (const int position : positions) {
    IntruderHit hit{.name = Numbered("i", plan.num_hits() + 1),
                    .items = {},
                    .main_cluster = 0,
                    .other_cluster = 1,
                    .right_answer = position};
    for (int i = 0; i < per_hit; ++i) hit.items.push_back(plan.items.Add(Numbered(hit.name + "-", i)));
    plan.hits.push_back(hit);
  }
  return plan;
}

}  // namespace crowdclust::testing
