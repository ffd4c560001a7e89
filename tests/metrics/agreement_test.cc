// What each metric claims, and that it does not claim too little: a contract that is not listed has a
// counterexample.
#include "metrics/agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

constexpr double kRounding = 1e-12;
using Partition = std::vector<int>;
using Measure = std::function<double(const Partition& found, const Partition& truth)>;

enum class Contract {
  kLabelFree,          // new names for the labels change nothing
  kItemOrderFree,      // nor does another order of the items
  kSymmetric,          // (found, truth) and (truth, found) are the same
  kOneWhenEqual,       // equal partitions have 1
  kZeroWhenEqual,      // equal partitions have 0
  kBestOnlyWhenEqual,  // others do not have what equal partitions have
  kZeroByChance,       // 0 on average over all orders of the found labels
  kNeverNegative,      // at least 0
  kAtMostOne,          // at most 1
  kTriangle,           // d(a, c) <= d(a, b) + d(b, c)
  kNoFallWhenSplit,    // splitting a found cluster does not lower it
  kNoFallWhenMerged,   // merging two found clusters does not lower it
};

Partition RandomPartition(Random* random, int num_items, int num_labels) {
  Partition labels(static_cast<std::size_t>(num_items));
  for (int& label : labels) label = random->Below(num_labels);
  return labels;
}

std::vector<int> RandomOrder(Random* random, int count) {
  std::vector<int> order(static_cast<std::size_t>(count));
  std::iota(order.begin(), order.end(), 0);
  random->Shuffle(&order);
  return order;
}

// values[i] for each i of `at`.
std::vector<int> Pick(const std::vector<int>& values, const std::vector<int>& at) {
  std::vector<int> picked;
  for (const int i : at) picked.push_back(values[static_cast<std::size_t>(i)]);
  return picked;
}

// Equal labels where equal, numbered by first appearance: the same for all names of one partition.
Partition Canonical(const Partition& labels) {
  std::vector<int> seen;
  Partition canonical;
  for (const int label : labels) {
    const auto at = std::ranges::find(seen, label);
    canonical.push_back(static_cast<int>(at - seen.begin()));
    if (at == seen.end()) seen.push_back(label);
  }
  return canonical;
}

bool Same(double a, double b) { return std::abs(a - b) <= kRounding; }

// One try of a contract: partitions a and b of the same items with labels below num_labels.
struct Try {
  const Measure& metric;
  int num_labels;
  Partition a;
  Partition b;
  Random* random;
};

bool IsLabelFree(const Try& t) {
  const std::vector<int> names = RandomOrder(t.random, t.num_labels + 3);
  const double value = t.metric(t.a, t.b);
  return Same(value, t.metric(Pick(names, t.a), t.b)) && Same(value, t.metric(t.a, Pick(names, t.b)));
}

bool IsItemOrderFree(const Try& t) {
  const std::vector<int> order = RandomOrder(t.random, static_cast<int>(t.a.size()));
  return Same(t.metric(t.a, t.b), t.metric(Pick(t.a, order), Pick(t.b, order)));
}

bool IsBestOnlyWhenEqual(const Try& t) {
  if (Canonical(t.a) == Canonical(t.b)) return true;
  const double value = t.metric(t.a, t.b);
  return !Same(value, t.metric(t.a, t.a)) && !Same(value, t.metric(t.b, t.b));
}

bool HasTriangle(const Try& t) {
  const bool back = t.random->Chance(0.5);
  const Partition c = back ? t.a : RandomPartition(t.random, static_cast<int>(t.a.size()), t.num_labels);
  return t.metric(t.a, c) <= t.metric(t.a, t.b) + t.metric(t.b, c) + kRounding;
}

bool DoesNotFallWhenSplit(const Try& t) {
  Partition split = t.a;
  for (int& label : split) label += label == t.a[0] && t.random->Chance(0.5) ? t.num_labels : 0;
  return t.metric(split, t.b) >= t.metric(t.a, t.b) - kRounding;
}

bool DoesNotFallWhenMerged(const Try& t) {
  Partition merged = t.a;
  std::ranges::replace(merged, t.a[0], t.a[1]);
  return t.metric(merged, t.b) >= t.metric(t.a, t.b) - kRounding;
}

// Whether the mean over random orders of the found labels is within five standard errors of 0.
bool IsZeroByChance(const Measure& metric, Random* random) {
  constexpr int kOrders = 2000;
  Partition found = RandomPartition(random, 24, 5);
  const Partition truth = RandomPartition(random, 24, 4);
  double sum = 0, sum_of_squares = 0;
  for (int i = 0; i < kOrders; ++i) {
    random->Shuffle(&found);
    const double value = metric(found, truth);
    sum += value;
    sum_of_squares += value * value;
  }
  const double mean = sum / kOrders;
  const double variance = sum_of_squares / kOrders - mean * mean;
  return std::abs(mean) < 5 * std::sqrt(variance / kOrders);
}

bool HoldsInTry(Contract contract, const Try& t) {
  switch (contract) {
    case Contract::kLabelFree:
      return IsLabelFree(t);
    case Contract::kItemOrderFree:
      return IsItemOrderFree(t);
    case Contract::kSymmetric:
      return Same(t.metric(t.a, t.b), t.metric(t.b, t.a));
    case Contract::kOneWhenEqual:
      return Same(t.metric(t.a, t.a), 1);
    case Contract::kZeroWhenEqual:
      return Same(t.metric(t.a, t.a), 0);
    case Contract::kBestOnlyWhenEqual:
      return IsBestOnlyWhenEqual(t);
    case Contract::kZeroByChance:
      return IsZeroByChance(t.metric, t.random);
    case Contract::kNeverNegative:
      return t.metric(t.a, t.b) >= 0;
    case Contract::kAtMostOne:
      return t.metric(t.a, t.b) <= 1;
    case Contract::kTriangle:
      return HasTriangle(t);
    case Contract::kNoFallWhenSplit:
      return DoesNotFallWhenSplit(t);
    case Contract::kNoFallWhenMerged:
      return DoesNotFallWhenMerged(t);
  }
  return false;
}

// In every one of many tries; false once a counterexample is found.
bool Holds(Contract contract, const Measure& metric, Random* random) {
  const int num_tries = contract == Contract::kZeroByChance ? 1 : 3000;
  for (int i = 0; i < num_tries; ++i) {
    const int num_items = 2 + random->Below(14);
    const int num_labels = 1 + random->Below(6);
    const Partition a = RandomPartition(random, num_items, num_labels);
    const Partition b = RandomPartition(random, num_items, num_labels);
    if (!HoldsInTry(contract, {metric, num_labels, a, b, random})) return false;
  }
  return true;
}

struct Metric {
  std::string name;
  double Agreement::*field;
  std::set<Contract> claims;
};

void PrintTo(const Metric& metric, std::ostream* out) { *out << metric.name; }

using enum Contract;

const std::vector<std::pair<Contract, std::string>> kAllContracts = {
    {kLabelFree, "label free"},
    {kItemOrderFree, "item order free"},
    {kSymmetric, "symmetric"},
    {kOneWhenEqual, "one when equal"},
    {kZeroWhenEqual, "zero when equal"},
    {kBestOnlyWhenEqual, "best only when equal"},
    {kZeroByChance, "zero by chance"},
    {kNeverNegative, "never negative"},
    {kAtMostOne, "at most one"},
    {kTriangle, "triangle"},
    {kNoFallWhenSplit, "no fall when split"},
    {kNoFallWhenMerged, "no fall when merged"},
};

const std::vector<Metric> kMetrics = {
    {"adjusted_rand",
     &Agreement::adjusted_rand,
     {kLabelFree, kItemOrderFree, kSymmetric, kOneWhenEqual, kBestOnlyWhenEqual, kZeroByChance, kAtMostOne}},
    {"mutual_information",
     &Agreement::mutual_information,
     {kLabelFree, kItemOrderFree, kSymmetric, kNeverNegative, kNoFallWhenSplit}},
    {"normalised_mutual_information",
     &Agreement::normalised_mutual_information,
     {kLabelFree, kItemOrderFree, kSymmetric, kOneWhenEqual, kBestOnlyWhenEqual, kNeverNegative, kAtMostOne}},
    {"variation_of_information",
     &Agreement::variation_of_information,
     {kLabelFree, kItemOrderFree, kSymmetric, kZeroWhenEqual, kBestOnlyWhenEqual, kNeverNegative, kTriangle}},
    {"homogeneity",
     &Agreement::homogeneity,
     {kLabelFree, kItemOrderFree, kOneWhenEqual, kNeverNegative, kAtMostOne, kNoFallWhenSplit}},
    {"completeness",
     &Agreement::completeness,
     {kLabelFree, kItemOrderFree, kOneWhenEqual, kNeverNegative, kAtMostOne}},
    {"v_measure",
     &Agreement::v_measure,
     {kLabelFree, kItemOrderFree, kSymmetric, kOneWhenEqual, kBestOnlyWhenEqual, kNeverNegative, kAtMostOne}},
    {"pair_precision",
     &Agreement::pair_precision,
     {kLabelFree, kItemOrderFree, kOneWhenEqual, kNeverNegative, kAtMostOne}},
    {"pair_recall",
     &Agreement::pair_recall,
     {kLabelFree, kItemOrderFree, kOneWhenEqual, kNeverNegative, kAtMostOne, kNoFallWhenMerged}},
    {"pair_f1",
     &Agreement::pair_f1,
     {kLabelFree, kItemOrderFree, kSymmetric, kOneWhenEqual, kBestOnlyWhenEqual, kNeverNegative, kAtMostOne}},
    {"purity",
     &Agreement::purity,
     {kLabelFree, kItemOrderFree, kOneWhenEqual, kNeverNegative, kAtMostOne, kNoFallWhenSplit}},
};

class MetricContracts : public ::testing::TestWithParam<Metric> {};

TEST_P(MetricContracts, HoldWhereClaimedAndFailWhereNot) {
  const Metric& metric = GetParam();
  const Measure measure = [&](const Partition& found, const Partition& truth) {
    return MeasureAgreement(found, truth).*metric.field;
  };
  Random random(testing::TestSeed());
  for (const auto& [contract, name] : kAllContracts) {
    EXPECT_EQ(Holds(contract, measure, &random), metric.claims.contains(contract)) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(All, MetricContracts, ::testing::ValuesIn(kMetrics),
                         [](const auto& each) { return each.param.name; });

TEST(Agreement, HasNoMetricThatClaimsNothing) {
  EXPECT_EQ(kMetrics.size() * sizeof(double), sizeof(Agreement));
}

TEST(Agreement, PrecisionAndRecallTradePlacesWithTheSides) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 100; ++trial) {
    const Partition a = RandomPartition(&random, 20, 4), b = RandomPartition(&random, 20, 6);
    const Agreement forth = MeasureAgreement(a, b), back = MeasureAgreement(b, a);
    EXPECT_NEAR(forth.pair_precision, back.pair_recall, kRounding);
    EXPECT_NEAR(forth.homogeneity, back.completeness, kRounding);
  }
}

TEST(Agreement, OfNoItemsIsThatOfEqualPartitions) {
  const Agreement nothing = MeasureAgreement(Partition{}, Partition{});
  const Agreement one_item = MeasureAgreement(Partition{0}, Partition{0});
  for (const Metric& metric : kMetrics) {
    EXPECT_EQ(nothing.*metric.field, Agreement{}.*metric.field) << metric.name;
    EXPECT_EQ(one_item.*metric.field, Agreement{}.*metric.field) << metric.name;
  }
}

}  // namespace
}  // namespace crowdclust
