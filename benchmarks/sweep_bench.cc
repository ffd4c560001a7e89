// What a sweep of the crowd model costs a pair, and what the mixture costs.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <vector>

#include "base/random.h"
#include "clustering/crowd/crowd_model.h"
#include "clustering/crowd/crowd_sweep.h"
#include "clustering/mixture/mixture_model.h"
#include "metrics/agreement.h"

namespace crowdclust {
namespace {

// `assignments` of `per_hit` items out of `items` in 8 planted clusters, by `workers` careful workers.
Answers PlantedAnswers(int items, int workers, int assignments, int per_hit) {
  Random random(1, 0);
  Answers answers;
  for (int i = 0; i < items; ++i) answers.items.Add(std::to_string(i));
  for (int j = 0; j < workers; ++j) answers.workers.Add(std::to_string(j));
  std::vector<int> deck(static_cast<std::size_t>(items));
  for (int i = 0; i < items; ++i) deck[static_cast<std::size_t>(i)] = i;
  for (int p = 0; p < assignments; ++p) {
    for (int k = 0; k < per_hit; ++k) {
      std::swap(deck[static_cast<std::size_t>(k)],
                deck[static_cast<std::size_t>(k + random.Below(items - k))]);
      const int item = deck[static_cast<std::size_t>(k)];
      answers.item_of_row.push_back(item);
      answers.group_of_row.push_back(random.Chance(0.1) ? random.Below(8) : item % 8);
    }
    answers.worker_of_assignment.push_back(p % workers);
    answers.hit_of_assignment.push_back(-1);
    answers.seconds.push_back(0);
    answers.first_row.push_back(answers.num_rows());
  }
  return answers;
}

[[noreturn]] void Fail(const char* what) {
  std::cerr << "benchmark: wrong answer: " << what << '\n';
  std::exit(1);
}

// A sweep must raise the bound, and two threads must give the bits of one.
void CheckSweep(const CrowdState& start) {
  CrowdState one = start, two = start;
  const double before = SweepWorkers(one, 1).bound;
  SweepItems(&one, 1);
  SweepItems(&two, 2);
  const WorkerSweep swept = SweepWorkers(one, 1);
  if (!(swept.bound > before)) Fail("a sweep did not raise the bound");
  if (SweepWorkers(two, 2).bound != swept.bound) Fail("threads changed the bound");
}

// Arguments: dimensions, items a HIT, threads. The shoes-sized study is 574 assignments of 10 items by 40
// workers.
void CrowdSweep(benchmark::State& state) {
  const auto dimensions = static_cast<int>(state.range(0));
  const auto per_hit = static_cast<int>(state.range(1));
  const auto threads = static_cast<int>(state.range(2));
  const bool small = per_hit == 10;
  const Answers answers = small ? PlantedAnswers(82, 40, 574, 10) : PlantedAnswers(765, 205, 205, per_hit);
  const CrowdLayout layout = MakeCrowdLayout(answers);
  CrowdOptions options;
  options.dimensions = dimensions;
  CrowdState crowd = MakeCrowdState(layout, options.prior, StartCrowdPosterior(layout, options), threads);
  CheckSweep(crowd);
  for (auto _ : state) {
    SweepItems(&crowd, threads);
    AdoptWorkers(SweepWorkers(crowd, threads), &crowd, threads);
  }
  state.counters["pairs"] = static_cast<double>(layout.num_pairs);
  state.counters["a_pair"] =
      benchmark::Counter(static_cast<double>(layout.num_pairs),
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(CrowdSweep)
    ->ArgNames({"D", "M", "threads"})
    ->ArgsProduct({{4, 8}, {10, 35}, {1, 2}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

// Arguments: items, planted clusters. Four dimensions.
void Mixture(benchmark::State& state) {
  const auto items = static_cast<int>(state.range(0));
  const auto clusters = static_cast<int>(state.range(1));
  Random random(1, 0);
  Eigen::MatrixXd centres =
      Eigen::MatrixXd::NullaryExpr(4, clusters, [&random] { return 10 * random.Normal(); });
  Eigen::MatrixXd positions(4, items);
  std::vector<int> truth;
  for (int i = 0; i < items; ++i) {
    truth.push_back(i % clusters);
    for (int d = 0; d < 4; ++d) positions(d, i) = centres(d, i % clusters) + 0.3 * random.Normal();
  }
  const auto check = [&](const MixtureFit& fit) {
    std::vector<int> found;
    for (Eigen::Index n = 0; n < items; ++n) {
      Eigen::Index component = 0;
      fit.posterior.responsibility.row(n).maxCoeff(&component);
      found.push_back(static_cast<int>(component));
    }
    if (MeasureAgreement(found, truth).adjusted_rand < 0.9) Fail("the mixture missed the planted clusters");
  };
  check(FitMixture(positions, {}));
  for (auto _ : state) benchmark::DoNotOptimize(FitMixture(positions, {}));
}
BENCHMARK(Mixture)
    ->ArgNames({"items", "clusters"})
    ->Args({82, 6})
    ->Args({1000, 10})
    ->Args({10000, 10})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crowdclust
