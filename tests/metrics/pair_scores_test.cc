#include "metrics/pair_scores.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

PairScores Score(const std::vector<int>& found, const std::vector<int>& truth) {
  return ScorePairs(CountContingency(found, truth));
}

void ExpectScores(const PairScores& scores, double precision, double recall, double f1) {
  EXPECT_NEAR(scores.precision, precision, 1e-15);
  EXPECT_NEAR(scores.recall, recall, 1e-15);
  EXPECT_NEAR(scores.f1, f1, 1e-15);
}

TEST(PairScores, HandWorked) {
  // Found: 6 pairs among 0..3. True: 01, 02, 12 and 34. In both: 3.
  ExpectScores(Score({0, 0, 0, 0, 1}, {0, 0, 0, 1, 1}), 3.0 / 6, 3.0 / 4, 6.0 / 10);
}

TEST(PairScores, WithoutPairs) {
  ExpectScores(Score({}, {}), 1, 1, 1);
  ExpectScores(Score({0}, {0}), 1, 1, 1);
  ExpectScores(Score({0, 1, 2}, {2, 1, 0}), 1, 1, 1);
  ExpectScores(Score({0, 1, 2}, {0, 0, 1}), 1, 0, 0);
  ExpectScores(Score({0, 0, 1}, {0, 1, 2}), 0, 1, 0);
}

TEST(PairScores, AreTheLoopOverAllPairs) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<int> found(static_cast<std::size_t>(20 + random.Below(20)));
    std::vector<int> truth(found.size());
    for (int& label : found) label = random.Below(6);
    for (int& label : truth) label = random.Below(6);
    double in_found = 0, in_truth = 0, in_both = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        in_found += found[i] == found[j];
        in_truth += truth[i] == truth[j];
        in_both += found[i] == found[j] && truth[i] == truth[j];
      }
    }
    // 20 items in 6 groups: some pair is together on either side.
    const double precision = in_both / in_found;
    const double recall = in_both / in_truth;
    const double f1 = in_both > 0 ? 2 * precision * recall / (precision + recall) : 0;
    ExpectScores(Score(found, truth), precision, recall, f1);
  }
}

TEST(PairScores, OfMoreThanTwoBillionPairs) {
  // 100,000 items in one group, halved in truth: 4,999,950,000 pairs found, 2 * 1,249,975,000 true ones.
  std::vector<int> truth(100'000);
  for (std::size_t i = 0; i < truth.size(); ++i) truth[i] = static_cast<int>(i % 2);
  const double precision = 2 * 1'249'975'000.0 / 4'999'950'000.0;
  ExpectScores(Score(std::vector<int>(truth.size()), truth), precision, 1, 2 * precision / (1 + precision));
}

}  // namespace
}  // namespace crowdclust
