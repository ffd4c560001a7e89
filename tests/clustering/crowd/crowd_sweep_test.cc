#include "clustering/crowd/crowd_sweep.h"

#include <gtest/gtest.h>

#include "clustering/crowd/worker_factors.h"
#include "tests/clustering/crowd/naive_bound.h"
#include "tests/clustering/crowd/random_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::BestSlopes;
using testing::NaiveBound;
using testing::RandomAnswers;
using testing::RandomPosterior;

struct Problem {
  Answers answers;
  CrowdLayout layout;
  CrowdPosterior start;
  CrowdPrior prior{.item_variance = 2, .weight_variance = 3, .bias_variance = 0.7};
};

Problem MakeProblem(int dimensions, std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  Problem problem;
  problem.answers = RandomAnswers(9, 3, 8, 7, &random);
  problem.layout = MakeCrowdLayout(problem.answers);
  problem.start = RandomPosterior(dimensions, 9, 3, &random);
  return problem;
}

CrowdState StateOf(const Problem& problem) {
  return MakeCrowdState(problem.layout, problem.prior, problem.start);
}

// d bound / d log x for a positive number, d bound / d x * max(|x|, 0.1) for a mean; relative to the bound.
template <typename Bound>
double Slope(double* parameter, bool positive, const Bound& bound) {
  const double at = *parameter;
  const double step = 1e-4 * (positive ? at : std::max(std::abs(at), 0.1));
  *parameter = at + step;
  const double above = bound();
  *parameter = at - step;
  const double below = bound();
  *parameter = at;
  return (above - below) / 2e-4 / std::abs(bound());
}

class CrowdSweep : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Dimensions, CrowdSweep, ::testing::Values(1, 2, 3, 5));

TEST_P(CrowdSweep, BoundEqualsTheNaiveOne) {
  const Problem problem = MakeProblem(GetParam(), 1);
  const CrowdState state = StateOf(problem);
  const double naive = NaiveBound(problem.answers, problem.start, problem.prior.item_variance,
                                  state.worker_prior, BestSlopes(problem.answers, problem.start));
  EXPECT_NEAR(SweepWorkers(state, 1).bound, naive, 1e-10 * std::abs(naive));
}

TEST_P(CrowdSweep, BoundEqualsTheNaiveOneWithALearnedPrior) {
  const Problem problem = MakeProblem(GetParam(), 2);
  CrowdState state = StateOf(problem);
  state.worker_prior = LearnWorkerPrior(state.posterior);
  const double naive = NaiveBound(problem.answers, problem.start, problem.prior.item_variance,
                                  state.worker_prior, BestSlopes(problem.answers, problem.start));
  EXPECT_NEAR(SweepWorkers(state, 1).bound, naive, 1e-10 * std::abs(naive));
}

// One item that meets the others once: after its update, moving any of its numbers changes the bound at the
// slopes of the update by nothing to first order.
TEST_P(CrowdSweep, AnItemsUpdateIsStationary) {
  const int dimensions = GetParam();
  Problem problem = MakeProblem(dimensions, 3);
  const std::vector<double> slopes = BestSlopes(problem.answers, problem.start);
  CrowdLayout first_only = problem.layout;  // only the first class, of which one item, is swept
  const int item = first_only.item_in_class[0];
  first_only.item_in_class = {item};
  first_only.first_of_class = {0, 1};
  CrowdState state = MakeCrowdState(first_only, problem.prior, problem.start);
  SweepItems(&state, 1);
  CrowdPosterior q = state.posterior;
  const auto bound = [&] {
    return NaiveBound(problem.answers, q, problem.prior.item_variance, state.worker_prior, slopes);
  };
  EXPECT_NE(q.item_mean.col(item), problem.start.item_mean.col(item));
  for (int d = 0; d < dimensions; ++d) {
    EXPECT_NEAR(Slope(&q.item_mean(d, item), false, bound), 0, 1e-6);
    EXPECT_NEAR(Slope(&q.item_variance(d, item), true, bound), 0, 1e-6);
  }
}

TEST_P(CrowdSweep, AWorkersUpdateIsStationary) {
  Problem problem = MakeProblem(GetParam(), 4);
  const std::vector<double> slopes = BestSlopes(problem.answers, problem.start);
  CrowdState state = StateOf(problem);
  state.worker_prior = LearnWorkerPrior(state.posterior);
  AdoptWorkers(SweepWorkers(state, 1), &state);
  CrowdPosterior q = state.posterior;
  const auto bound = [&] {
    return NaiveBound(problem.answers, q, problem.prior.item_variance, state.worker_prior, slopes);
  };
  for (int j = 0; j < q.num_workers(); ++j) {
    EXPECT_NEAR(Slope(&q.bias_mean[j], false, bound), 0, 1e-6);
    EXPECT_NEAR(Slope(&q.bias_variance[j], true, bound), 0, 1e-6);
  }
  // The weights are at their best for the bias before its own update.
  q.bias_mean = problem.start.bias_mean;
  q.bias_variance = problem.start.bias_variance;
  for (int j = 0; j < q.num_workers(); ++j) {
    for (Eigen::Index i = 0; i < q.weight_mean.rows(); ++i) {
      EXPECT_NEAR(Slope(&q.weight_mean(i, j), false, bound), 0, 1e-6);
      EXPECT_NEAR(Slope(&q.weight_variance(i, j), true, bound), 0, 1e-6);
    }
  }
}

TEST_P(CrowdSweep, TheLearnedPriorIsStationary) {
  const Problem problem = MakeProblem(GetParam(), 5);
  const std::vector<double> slopes = BestSlopes(problem.answers, problem.start);
  WorkerPrior prior = LearnWorkerPrior(problem.start);
  const auto bound = [&] {
    return NaiveBound(problem.answers, problem.start, problem.prior.item_variance, prior, slopes);
  };
  for (Eigen::Index i = 0; i < prior.weight_mean.size(); ++i) {
    EXPECT_NEAR(Slope(&prior.weight_mean[i], false, bound), 0, 1e-6);
    EXPECT_NEAR(Slope(&prior.weight_variance[i], true, bound), 0, 1e-6);
  }
  EXPECT_NEAR(Slope(&prior.bias_mean, false, bound), 0, 1e-6);
  EXPECT_NEAR(Slope(&prior.bias_variance, true, bound), 0, 1e-6);
}

TEST_P(CrowdSweep, EveryStepRaisesTheBound) {
  for (std::uint64_t stream = 10; stream < 20; ++stream) {
    const Problem problem = MakeProblem(GetParam(), stream);
    CrowdState state = StateOf(problem);
    double before = SweepWorkers(state, 1).bound;
    for (int sweep = 0; sweep < 20; ++sweep) {
      SweepItems(&state, 1);
      WorkerSweep workers = SweepWorkers(state, 1);
      EXPECT_GE(workers.bound, before - 1e-9 * std::abs(before));
      before = workers.bound;
      AdoptWorkers(std::move(workers), &state);
      const double adopted = SweepWorkers(state, 1).bound;
      EXPECT_GE(adopted, before - 1e-9 * std::abs(before));
      if (sweep >= 5) state.worker_prior = LearnWorkerPrior(state.posterior);
      before = SweepWorkers(state, 1).bound;
      EXPECT_GE(before, adopted - 1e-9 * std::abs(before));
    }
  }
}

TEST_P(CrowdSweep, ThreadsChangeNothing) {
  const Problem problem = MakeProblem(GetParam(), 6);
  CrowdState one = StateOf(problem), two = StateOf(problem);
  for (int sweep = 0; sweep < 3; ++sweep) {
    SweepItems(&one, 1);
    SweepItems(&two, 2);
    AdoptWorkers(SweepWorkers(one, 1), &one);
    AdoptWorkers(SweepWorkers(two, 2), &two);
  }
  EXPECT_EQ(one.posterior.item_mean, two.posterior.item_mean);
  EXPECT_EQ(one.posterior.weight_mean, two.posterior.weight_mean);
  EXPECT_EQ(SweepWorkers(one, 1).bound, SweepWorkers(two, 2).bound);
}

}  // namespace
}  // namespace crowdclust
