// What a sweep of the crowd model costs a pair.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/random.h"
#include "benchmarks/peak.h"
#include "benchmarks/wrong_answer.h"
#include "clustering/crowd/crowd_model.h"
#include "clustering/crowd/crowd_sweep.h"

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

// Multiply-adds that a sweep's sums take at least, exponentials, roots and quotients aside: of a companion of
// an item and of a pair of a worker the score and the sums, of every item beside one worker the view of it
// and of the sum.
double MultiplyAdds(const CrowdLayout& layout, int dimensions) {
  const double d = dimensions, packed = d * (d + 1) / 2;
  const double score = d * (d - 1) / 2 + 4 * d, sums = d * (d - 1) / 2 + 4 * d;
  const double see = d * d * d + 4 * d * d, seen = 2 * d * d * d + 2 * d * d;
  const auto rows = static_cast<double>(layout.num_rows), pairs = static_cast<double>(layout.num_pairs);
  return 2 * pairs * (score + sums) + pairs * (score + sums + d) + rows * (2 * see + seen + packed * packed);
}

void Sweeps(benchmark::State& state, const Answers& answers, int dimensions, int threads) {
  const CrowdLayout layout = MakeCrowdLayout(answers);
  CrowdOptions options;
  options.dimensions = dimensions;
  CrowdState crowd = MakeCrowdState(layout, options.prior, StartCrowdPosterior(layout, options));
  CheckSweep(crowd);
  for (auto _ : state) {
    SweepItems(&crowd, threads);
    AdoptWorkers(SweepWorkers(crowd, threads), &crowd);
  }
  const auto pairs = static_cast<double>(layout.num_pairs);
  using benchmark::Counter;
  state.counters["pairs"] = pairs;
  state.counters["a_pair"] = Counter(pairs, Counter::kIsIterationInvariantRate | Counter::kInvert);
  state.counters["of_peak"] = Counter(MultiplyAdds(layout, dimensions) / (threads * PeakMultiplyAdds()),
                                      Counter::kIsIterationInvariantRate);
}

// Arguments: dimensions, items a HIT, threads. M = 10 is a study of the shoes study's size (82 items, 40
// workers, 574 assignments), M = 35 one of 765 items and 205 workers of one assignment each.
void CrowdSweep(benchmark::State& state) {
  const auto per_hit = static_cast<int>(state.range(1));
  Sweeps(state, per_hit == 10 ? PlantedAnswers(82, 40, 574, 10) : PlantedAnswers(765, 205, 205, per_hit),
         static_cast<int>(state.range(0)), static_cast<int>(state.range(2)));
}
BENCHMARK(CrowdSweep)
    ->ArgNames({"D", "M", "threads"})
    ->ArgsProduct({{4, 8}, {10, 35}, {1}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

// The same of 900,000 pairs over 4,000 items, where one fit is shared by threads.
void CrowdSweepShared(benchmark::State& state) {
  const auto per_hit = static_cast<int>(state.range(1));
  Sweeps(state, PlantedAnswers(4000, 400, 900'000 / (per_hit * (per_hit - 1) / 2), per_hit),
         static_cast<int>(state.range(0)), static_cast<int>(state.range(2)));
}
BENCHMARK(CrowdSweepShared)
    ->ArgNames({"D", "M", "threads"})
    ->ArgsProduct({{4, 8}, {10, 35}, {1, 2}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

// Assignments of 10 items, each item in 100 of them, each worker of 50: 10^4 to 4.5 10^7 pairs, on two
// threads.
void Scaling(benchmark::State& state) {
  const auto assignments = static_cast<int>(state.range(1));
  Sweeps(state,
         PlantedAnswers(std::max(40, assignments / 10), std::max(4, assignments / 50), assignments, 10),
         static_cast<int>(state.range(0)), 2);
}
BENCHMARK(Scaling)
    ->ArgNames({"D", "assignments"})
    ->ArgsProduct({{4, 8}, {222, 2'222, 22'222, 222'222, 1'000'000}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crowdclust
