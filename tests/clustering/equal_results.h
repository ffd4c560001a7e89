// Two runs that must have come to the same.
#pragma once

#include <gtest/gtest.h>

#include "clustering/pipeline.h"

namespace crowdclust::testing {

inline void ExpectEqualResults(const PipelineResult& one, const PipelineResult& two) {
  EXPECT_EQ(one.clustering.cluster_of_item, two.clustering.cluster_of_item);
  EXPECT_EQ(one.labellings, two.labellings);
  EXPECT_EQ(one.probability, two.probability);
  ASSERT_EQ(one.crowd.restart.size(), two.crowd.restart.size());
  for (std::size_t r = 0; r < one.crowd.restart.size(); ++r) {
    EXPECT_EQ(one.crowd.restart[r].bound_of_sweep, two.crowd.restart[r].bound_of_sweep);
    EXPECT_EQ(one.crowd.restart[r].posterior.item_mean, two.crowd.restart[r].posterior.item_mean);
    EXPECT_EQ(one.crowd.restart[r].posterior.weight_mean, two.crowd.restart[r].posterior.weight_mean);
  }
  ASSERT_EQ(one.partition.runs.size(), two.partition.runs.size());
  for (std::size_t r = 0; r < one.partition.runs.size(); ++r)
    EXPECT_EQ(one.partition.runs[r].evidence, two.partition.runs[r].evidence);
}

}  // namespace crowdclust::testing
