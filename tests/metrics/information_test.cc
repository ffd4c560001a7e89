#include "metrics/information.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

const double kLog2 = std::log(2.0);

Contingency Table(const std::vector<int>& found, const std::vector<int>& truth) {
  return CountContingency(found, truth);
}

// The mutual information by its definition: sum over items i of log(p(both) / (p(found) p(truth))) / N.
double NaiveMutualInformation(const std::vector<int>& found, const std::vector<int>& truth) {
  double sum = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    double both = 0, in_found = 0, in_truth = 0;
    for (std::size_t j = 0; j < found.size(); ++j) {
      in_found += found[i] == found[j];
      in_truth += truth[i] == truth[j];
      both += found[i] == found[j] && truth[i] == truth[j];
    }
    sum += std::log(both * static_cast<double>(found.size()) / (in_found * in_truth));
  }
  return sum / static_cast<double>(found.size());
}

TEST(Information, HandWorked) {
  // One of two equal halves is found whole; the other is split in two quarters.
  const Contingency table = Table({0, 0, 1, 2}, {0, 0, 1, 1});
  EXPECT_NEAR(Entropy(table.row_total), 1.5 * kLog2, 1e-15);
  EXPECT_NEAR(Entropy(table.column_total), kLog2, 1e-15);
  EXPECT_NEAR(MutualInformation(table), kLog2, 1e-15);
  EXPECT_NEAR(NormalisedMutualInformation(table), 1 / 1.25, 1e-15);
  EXPECT_NEAR(VariationOfInformation(table), 0.5 * kLog2, 1e-15);
  EXPECT_NEAR(Homogeneity(table), 1, 1e-15);
  EXPECT_NEAR(Completeness(table), 1 / 1.5, 1e-15);
  EXPECT_NEAR(VMeasure(table), 0.8, 1e-15);
}

TEST(Information, OfIndependentPartitions) {
  const Contingency table = Table({0, 0, 1, 1}, {0, 1, 0, 1});
  EXPECT_NEAR(MutualInformation(table), 0, 1e-15);
  EXPECT_NEAR(NormalisedMutualInformation(table), 0, 1e-15);
  EXPECT_NEAR(VariationOfInformation(table), 2 * kLog2, 1e-15);
  EXPECT_NEAR(VMeasure(table), 0, 1e-15);
}

TEST(Information, OfOneClusterAndOfSingleItems) {
  const Contingency merged = Table({0, 0, 0, 0}, {0, 0, 1, 1});
  EXPECT_EQ(Homogeneity(merged), 0);
  EXPECT_EQ(Completeness(merged), 1);
  EXPECT_EQ(VMeasure(merged), 0);
  EXPECT_EQ(NormalisedMutualInformation(merged), 0);
  EXPECT_NEAR(VariationOfInformation(merged), kLog2, 1e-15);

  const Contingency shattered = Table({0, 1, 2, 3}, {0, 0, 1, 1});
  EXPECT_EQ(Homogeneity(shattered), 1);
  EXPECT_NEAR(Completeness(shattered), 0.5, 1e-15);
  EXPECT_NEAR(VariationOfInformation(Table({0, 1, 2, 3}, {0, 0, 0, 0})), std::log(4.0), 1e-15)
      << "the most that four items can differ";
}

TEST(Information, OfNoItemsOneItemAndEmptyLabels) {
  for (const Contingency& table : {Table({}, {}), Table({0}, {0}), Table({3, 3}, {1, 1})}) {
    EXPECT_EQ(Entropy(table.row_total), 0);
    EXPECT_EQ(MutualInformation(table), 0);
    EXPECT_EQ(NormalisedMutualInformation(table), 1);
    EXPECT_EQ(VariationOfInformation(table), 0);
    EXPECT_EQ(Homogeneity(table), 1);
    EXPECT_EQ(Completeness(table), 1);
    EXPECT_EQ(VMeasure(table), 1);
  }
}

TEST(Information, FollowsItsDefinitionsAndIdentities) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<int> found(static_cast<std::size_t>(2 + random.Below(40)));
    std::vector<int> truth(found.size());
    const int num_found = 2 + random.Below(8);
    const int num_true = 2 + random.Below(8);
    for (int& label : found) label = random.Below(num_found);
    for (int& label : truth) label = random.Below(num_true);
    const Contingency table = Table(found, truth);
    const double information = NaiveMutualInformation(found, truth);
    const double of_found = NaiveMutualInformation(found, found);
    const double of_truth = NaiveMutualInformation(truth, truth);
    EXPECT_NEAR(MutualInformation(table), information, 1e-12);
    EXPECT_NEAR(Entropy(table.row_total), of_found, 1e-12) << "what a partition tells about itself";
    EXPECT_NEAR(VariationOfInformation(table), of_found + of_truth - 2 * information, 1e-12);
    EXPECT_NEAR(Homogeneity(table), of_truth > 0 ? information / of_truth : 1, 1e-12);
    EXPECT_NEAR(Completeness(table), of_found > 0 ? information / of_found : 1, 1e-12);
    EXPECT_NEAR(VMeasure(table), NormalisedMutualInformation(table), 1e-12)
        << "the harmonic mean of I/H and I/H' is I over the arithmetic mean of H and H'";
  }
}

}  // namespace
}  // namespace crowdclust
