#include "clustering/mixture/moves.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "clustering/mixture/mixture_sweep.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// 20 items about each of two centres far apart, the first cluster's first.
Eigen::MatrixXd TwoClusters(std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  Eigen::MatrixXd positions(2, 40);
  for (int n = 0; n < 40; ++n) {
    for (int d = 0; d < 2; ++d) positions(d, n) = (d == n / 20 ? 10 : 0) + 0.3 * random.Normal();
  }
  return positions;
}

std::vector<WeightedMoments> MomentsOfColumns(const Eigen::MatrixXd& positions,
                                              const Eigen::MatrixXd& responsibility) {
  std::vector<WeightedMoments> moments;
  for (Eigen::Index k = 0; k < responsibility.cols(); ++k)
    moments.push_back(MomentsOf(positions, responsibility.col(k)));
  return moments;
}

TEST(ProposeMerges, JoinsHalvesOfOneClusterFirst) {
  const Eigen::MatrixXd positions = TwoClusters(7);
  Eigen::MatrixXd responsibility = Eigen::MatrixXd::Zero(40, 3);  // the first cluster cut in two
  for (int n = 0; n < 40; ++n) responsibility(n, n < 20 ? n % 2 : 2) = 1;
  const MixturePrior prior = MakeMixturePrior(positions, 1);
  const std::vector<WeightedMoments> moments = MomentsOfColumns(positions, responsibility);
  const std::vector<MixtureMove> moves = ProposeMerges(prior, moments, 5);
  ASSERT_EQ(moves.size(), 3u);
  EXPECT_GT(moves[0].promise, 0);
  EXPECT_LT(moves[1].promise, 0);
  EXPECT_EQ(moves[0].leaving, (std::vector{0, 1}));
  const std::vector<WeightedMoments> after = ApplyMoves(moments, {moves[0]});
  ASSERT_EQ(after.size(), 2u);
  EXPECT_TRUE(after[0].mean.isApprox(positions.leftCols(20).rowwise().mean(), 1e-12));
  EXPECT_EQ(after[1].mean, moments[2].mean);
}

TEST(ProposeSplits, SeparatesTwoClusters) {
  const Eigen::MatrixXd positions = TwoClusters(8);
  const MixturePrior prior = MakeMixturePrior(positions, 1);
  const Eigen::MatrixXd together = Eigen::MatrixXd::Ones(40, 1);
  const std::vector<MixtureMove> moves = ProposeSplits(positions, prior, together, 10, 5);
  ASSERT_EQ(moves.size(), 1u);
  EXPECT_GT(moves[0].promise, 0);
  ASSERT_EQ(moves[0].arriving.size(), 2u);
  for (const WeightedMoments& half : moves[0].arriving) {
    EXPECT_NEAR(half.weight, 20, 1e-6);
    EXPECT_LT(half.scatter.trace(), 20 * 2 * 0.3 * 0.3 * 4);
  }
}

// With all other items held the bound at best components is the evidence of the columns, their entropy and
// the sticks': a move's promise is its gain but for the sticks.
TEST(ProposeMerges, PromiseLessEntropyIsTheGain) {
  const Eigen::MatrixXd positions = TwoClusters(9);
  const MixturePrior prior = MakeMixturePrior(positions, 1);
  Random random(testing::TestSeed(), 10);
  Eigen::MatrixXd before = Eigen::MatrixXd::NullaryExpr(40, 3, [&random] { return random.Gamma(0.5); });
  before = before.rowwise().sum().cwiseInverse().asDiagonal() * before;
  Eigen::MatrixXd after = before.leftCols(2);
  after.col(1) += before.col(2);
  const auto bound_less_sticks = [&](const Eigen::MatrixXd& responsibility) {
    double sum = 0;
    for (Eigen::Index k = 0; k < responsibility.cols(); ++k) {
      sum += ComponentEvidence(prior, MomentsOf(positions, responsibility.col(k)));
      for (const double r : responsibility.col(k)) sum -= r > 0 ? r * std::log(r) : 0;
    }
    return sum;
  };
  for (const MixtureMove& move : ProposeMerges(prior, MomentsOfColumns(positions, before), 3)) {
    if (move.leaving != std::vector{1, 2}) continue;
    EXPECT_NEAR(move.promise - EntropyBetween(before.col(1), before.col(2)),
                bound_less_sticks(after) - bound_less_sticks(before), 1e-8);
  }
}

TEST(ApplyMoves, ManyAtOnce) {
  std::vector<WeightedMoments> moments;
  for (int k = 0; k < 5; ++k)
    moments.push_back({1.0 + k, Eigen::VectorXd::Zero(1), Eigen::MatrixXd::Zero(1, 1)});
  const auto of = [&moments](double weight) {
    WeightedMoments changed = moments[0];
    changed.weight = weight;
    return changed;
  };
  const std::vector<WeightedMoments> after =
      ApplyMoves(moments, {{{1, 3}, {of(20)}, 0}, {{0}, {of(30), of(31)}, 0}});
  std::vector<double> weight;
  for (const WeightedMoments& of_one : after) weight.push_back(of_one.weight);
  EXPECT_EQ(weight, (std::vector<double>{30, 20, 3, 5, 31}));
}

}  // namespace
}  // namespace crowdclust
