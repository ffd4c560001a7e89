#include "clustering/mixture/mixture_model.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/parallel.h"
#include "base/random.h"
#include "clustering/mixture/item_sweep.h"
#include "clustering/mixture/mixture_run.h"
#include "clustering/mixture/mixture_search.h"

namespace crowdclust {
namespace {

constexpr Eigen::Index kLevelFactor = 5;

// Sizes of the samples, the smallest first; all positions last.
std::vector<Eigen::Index> LevelSizes(Eigen::Index num_items, Eigen::Index direct_items) {
  std::vector<Eigen::Index> sizes = {num_items};
  while (sizes.back() > direct_items) sizes.push_back(std::max(direct_items, sizes.back() / kLevelFactor));
  std::ranges::reverse(sizes);
  return sizes;
}

// An order whose first n items are a sample of n, for every n.
std::vector<Eigen::Index> SampleOrder(Eigen::Index num_items) {
  std::vector<Eigen::Index> order(static_cast<std::size_t>(num_items));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  Random(0).Shuffle(&order);
  return order;
}

// What `factor` times as many items of the same kind would say.
void Scale(double factor, std::vector<WeightedMoments>* moments) {
  for (WeightedMoments& of_one : *moments) {
    of_one.weight *= factor;
    of_one.scatter *= factor;
  }
}

// One component with all items.
std::vector<WeightedMoments> Together(const Eigen::MatrixXd& positions) {
  return {MomentsOf(positions, Eigen::VectorXd::Ones(positions.cols()))};
}

MixtureLevel LevelOf(const MixtureItems& items, const MixtureRun& run, const SearchRecord& record) {
  const auto sweeps = std::ranges::count(record.steps, MixtureStep::kSweep);
  return {static_cast<int>(items.positions.cols()), static_cast<int>(run.components.size()),
          static_cast<int>(static_cast<std::ptrdiff_t>(record.steps.size()) - sweeps)};
}

// A run to convergence from `start` and the search from there.
MixtureRun SearchLevel(const MixtureItems& items, std::vector<WeightedMoments> start, bool by_many,
                       bool give_up, SearchRecord* record) {
  MixtureRun run = RunToConvergence(items, std::move(start));
  record->steps.assign(run.bound_of_sweep.size(), MixtureStep::kSweep);
  record->bound_of_step = run.bound_of_sweep;
  if (record->stopped) return run;
  const int num_components = static_cast<int>(run.components.size());
  record->stopped = record->progress && !record->progress(num_components, run.bound());
  return by_many ? SearchByMany(items, std::move(run), record)
                 : SearchByOne(items, std::move(run), give_up, record);
}

}  // namespace

MixtureFit FitMixture(const Eigen::MatrixXd& positions, const MixtureOptions& wanted,
                      const MixtureProgress& progress) {
  MixtureOptions options = wanted;
  options.num_threads = ResolveThreads(wanted.num_threads);
  const MixturePrior prior = MakeMixturePrior(positions, options.concentration);
  const std::vector<Eigen::Index> sizes = LevelSizes(positions.cols(), options.direct_items);
  const std::vector<Eigen::Index> order =
      sizes.size() > 1 ? SampleOrder(positions.cols()) : std::vector<Eigen::Index>{};

  MixtureFit fit;
  MixtureRun run;
  SearchRecord record;
  record.progress = progress;
  for (std::size_t level = 0; level < sizes.size(); ++level) {
    const bool last = level + 1 == sizes.size();
    Eigen::MatrixXd sample;
    if (!last) sample = positions(Eigen::all, std::vector(order.begin(), order.begin() + sizes[level]));
    const MixtureItems items{last ? positions : sample, prior, options};
    if (level == 0) {
      run.moments = Together(items.positions);
    } else {
      Scale(static_cast<double>(sizes[level]) / static_cast<double>(sizes[level - 1]), &run.moments);
    }
    if (record.stopped && !last) continue;
    run = SearchLevel(items, std::move(run.moments), level > 0, sizes.size() > 1, &record);
    fit.levels.push_back(LevelOf(items, run, record));
  }
  fit.steps = std::move(record.steps);
  fit.bound_of_step = std::move(record.bound_of_step);
  SweepItems(positions, {}, run.components, options.num_threads, &fit.posterior.responsibility);
  fit.posterior.components = std::move(run.components);
  return fit;
}

}  // namespace crowdclust
