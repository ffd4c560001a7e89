#include "clustering/mixture/mixture_sweep.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "clustering/mixture/component_factor.h"
#include "clustering/mixture/stick_factor.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

struct SweepProblem {
  Eigen::MatrixXd positions;       // D x N
  Eigen::MatrixXd responsibility;  // N x K
  MixturePrior prior;
};

SweepProblem MakeSweepProblem(int dimensions, int num_items, int num_components, std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  SweepProblem problem;
  problem.positions =
      Eigen::MatrixXd::NullaryExpr(dimensions, num_items, [&random] { return 2 * random.Normal(); });
  problem.responsibility =
      Eigen::MatrixXd::NullaryExpr(num_items, num_components, [&random] { return random.Gamma(0.5); });
  const Eigen::VectorXd total = problem.responsibility.rowwise().sum();
  problem.responsibility.array().colwise() /= total.array();
  problem.prior = MakeMixturePrior(problem.positions, 0.5 + random.Uniform());
  return problem;
}

template <typename Bound>
double Slope(double* parameter, double scale, const Bound& bound) {
  const double at = *parameter;
  const double step = 1e-4 * scale;
  *parameter = at + step;
  const double above = bound();
  *parameter = at - step;
  const double below = bound();
  *parameter = at;
  return (above - below) / 2e-4 / std::abs(bound());
}

class MixtureSweep : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Dimensions, MixtureSweep, ::testing::Values(1, 2, 4));

TEST_P(MixtureSweep, ComponentsAndSticksAreStationary) {
  const SweepProblem problem = MakeSweepProblem(GetParam(), 15, 3, 1);
  MixturePosterior q = FitComponents(problem.positions, problem.prior, problem.responsibility);
  const auto bound = [&] { return MixtureBound(problem.positions, problem.prior, q); };
  for (MixtureComponent& component : q.components) {
    EXPECT_NEAR(Slope(&component.stick_a, component.stick_a, bound), 0, 1e-6);
    EXPECT_NEAR(Slope(&component.stick_b, component.stick_b, bound), 0, 1e-6);
    EXPECT_NEAR(Slope(&component.mean_strength, component.mean_strength, bound), 0, 1e-6);
    EXPECT_NEAR(Slope(&component.degrees, component.degrees, bound), 0, 1e-6);
    for (double& x : component.mean) EXPECT_NEAR(Slope(&x, std::max(std::abs(x), 0.1), bound), 0, 1e-6);
    for (int d = 0; d < GetParam(); ++d) {
      double& x = component.scatter(d, d);
      EXPECT_NEAR(Slope(&x, x, bound), 0, 1e-6);
    }
  }
}

TEST_P(MixtureSweep, ResponsibilitiesAreStationary) {
  const SweepProblem problem = MakeSweepProblem(GetParam(), 15, 3, 2);
  MixturePosterior q = FitComponents(problem.positions, problem.prior, problem.responsibility);
  UpdateResponsibilities(problem.positions, problem.prior, &q);
  for (Eigen::Index n = 0; n < q.responsibility.rows(); ++n) {
    // Weight moved from one component to another.
    const auto bound_after = [&](double moved) {
      MixturePosterior changed = q;
      changed.responsibility(n, 0) += moved;
      changed.responsibility(n, 1) -= moved;
      return MixtureBound(problem.positions, problem.prior, changed);
    };
    const double least = std::min(q.responsibility(n, 0), q.responsibility(n, 1));
    if (least < 1e-10) continue;
    const double step = 1e-3 * least;
    const double slope = (bound_after(step) - bound_after(-step)) / 2e-3;
    EXPECT_NEAR(slope / std::abs(bound_after(0)), 0, 1e-6);
  }
}

TEST_P(MixtureSweep, BoundOfTheUpdateIsTheBound) {
  const SweepProblem problem = MakeSweepProblem(GetParam(), 15, 3, 3);
  MixturePosterior q = FitComponents(problem.positions, problem.prior, problem.responsibility);
  const double bound = UpdateResponsibilities(problem.positions, problem.prior, &q);
  EXPECT_NEAR(bound, MixtureBound(problem.positions, problem.prior, q), 1e-9 * std::abs(bound));
  EXPECT_TRUE(q.responsibility.rowwise().sum().isOnes(1e-12));
}

TEST_P(MixtureSweep, EveryStepRaisesTheBound) {
  for (std::uint64_t stream = 10; stream < 30; ++stream) {
    const SweepProblem problem = MakeSweepProblem(GetParam(), 40, 4, stream);
    MixturePosterior q;
    q.responsibility = problem.responsibility;
    double before = -INFINITY;
    for (int sweep = 0; sweep < 30; ++sweep) {
      q = FitComponents(problem.positions, problem.prior, q.responsibility);
      const double fitted = MixtureBound(problem.positions, problem.prior, q);
      EXPECT_GE(fitted, before - 1e-9 * std::abs(fitted));
      before = UpdateResponsibilities(problem.positions, problem.prior, &q);
      EXPECT_GE(before, fitted - 1e-9 * std::abs(fitted));
    }
  }
}

TEST_P(MixtureSweep, EvidenceIsDensitiesLessDivergence) {
  const SweepProblem problem = MakeSweepProblem(GetParam(), 12, 2, 4);
  const Eigen::VectorXd weight = problem.responsibility.col(0);
  const WeightedMoments moments = MomentsOf(problem.positions, weight);
  MixtureComponent best;
  UpdateComponent(problem.prior, moments, &best);
  const double direct =
      weight.dot(ExpectedLogDensity(best, problem.positions)) - ComponentDivergence(problem.prior, best);
  EXPECT_NEAR(ComponentEvidence(problem.prior, moments), direct, 1e-9 * std::abs(direct));
}

TEST_P(MixtureSweep, PooledMomentsAreThoseOfAll) {
  const SweepProblem problem = MakeSweepProblem(GetParam(), 12, 2, 5);
  const WeightedMoments pooled = Pool(MomentsOf(problem.positions, problem.responsibility.col(0)),
                                      MomentsOf(problem.positions, problem.responsibility.col(1)));
  const WeightedMoments all = MomentsOf(problem.positions, Eigen::VectorXd::Ones(12));
  EXPECT_NEAR(pooled.weight, all.weight, 1e-12);
  EXPECT_TRUE(pooled.mean.isApprox(all.mean, 1e-10));
  EXPECT_TRUE(pooled.scatter.isApprox(all.scatter, 1e-10));
}

// At one item the evidence is Student's t with eta_0 - D + 1 degrees of freedom; here D = 1.
TEST(ComponentEvidence, OfOneItemIsStudents) {
  MixturePrior prior{.concentration = 1,
                     .mean_strength = 0.4,
                     .degrees = 3,
                     .mean = Eigen::VectorXd::Constant(1, 0.5),
                     .scatter = Eigen::MatrixXd::Constant(1, 1, 2.0)};
  const double x = 1.7;
  const double scale_squared = 2.0 * (0.4 + 1) / (0.4 * 3);
  const double z = (x - 0.5) * (x - 0.5) / scale_squared;
  const double student =
      std::lgamma(2) - std::lgamma(1.5) - 0.5 * std::log(3 * M_PI * scale_squared) - 2 * std::log1p(z / 3);
  const WeightedMoments moments = MomentsOf(Eigen::MatrixXd::Constant(1, 1, x), Eigen::VectorXd::Ones(1));
  EXPECT_NEAR(ComponentEvidence(prior, moments), student, 1e-12);
}

// Two items: the sticks' evidence for "together" and "first two apart" are those of the Chinese restaurant.
TEST(StickEvidence, HeaviestFirstIsNeverWorse) {
  Random random(testing::TestSeed(), 6);
  for (int trial = 0; trial < 200; ++trial) {
    Eigen::VectorXd weight = Eigen::VectorXd::NullaryExpr(5, [&random] { return 10 * random.Uniform(); });
    Eigen::VectorXd sorted = weight;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    EXPECT_GE(StickEvidence(1.3, sorted), StickEvidence(1.3, weight) - 1e-12);
  }
}

TEST(StickEvidence, IsExpectedLogWeightsLessDivergence) {
  Eigen::VectorXd weight(3);
  weight << 5.5, 2.25, 1;
  std::vector<MixtureComponent> components(3);
  UpdateSticks(0.8, weight, &components);
  EXPECT_NEAR(StickEvidence(0.8, weight),
              weight.dot(ExpectedLogWeights(components)) - StickDivergence(0.8, components), 1e-12);
}

}  // namespace
}  // namespace crowdclust
