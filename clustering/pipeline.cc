#include "clustering/pipeline.h"

#include <atomic>
#include <numeric>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/parallel.h"

namespace crowdclust {
namespace {

// From this size on, one restart keeps all threads busy, and memory is better spent on one at a time.
constexpr std::int64_t kPairsForInnerThreads = 2'000'000;

std::vector<std::optional<CrowdFit>> FitRestarts(const CrowdLayout& layout, const PipelineOptions& options,
                                                 const PipelineCallback& callback) {
  std::vector<std::optional<CrowdFit>> fits(static_cast<std::size_t>(options.restarts));
  const bool inside = layout.num_pairs >= kPairsForInnerThreads || options.restarts == 1;
  std::atomic<bool> stopped = false;
  ParallelFor(inside ? 1 : options.crowd.num_threads, options.restarts, [&](std::int64_t restart) {
    if (stopped && restart > 0) return;
    CrowdOptions crowd = options.crowd;
    crowd.stream = static_cast<std::uint64_t>(restart);
    if (!inside) crowd.num_threads = 1;
    const auto report = [&](int sweep, double bound) {
      const PipelineProgress progress{static_cast<int>(restart), options.restarts, sweep, bound};
      if (callback && !callback(progress)) stopped = true;
      return !stopped;
    };
    fits[static_cast<std::size_t>(restart)] =
        FitCrowdModel(layout, StartCrowdPosterior(layout, crowd), crowd, report);
  });
  return fits;
}

// Keeps the record of every restart and the posterior of the best.
void KeepBest(std::vector<std::optional<CrowdFit>> fits, PipelineResult* result) {
  double best_bound = 0;
  int best = -1;
  for (std::size_t r = 0; r < fits.size(); ++r) {
    RestartRecord record;
    if (fits[r]) {
      const double bound = fits[r]->bound_of_sweep.back();
      if (best < 0 || bound > best_bound) {
        best = static_cast<int>(r);
        best_bound = bound;
      }
      record = {std::move(fits[r]->bound_of_sweep), fits[r]->stop_reason};
    }
    result->stopped = result->stopped || record.stop_reason == StopReason::kStopped;
    result->restarts.push_back(std::move(record));
  }
  result->best_restart = best;
  result->crowd = std::move(fits[static_cast<std::size_t>(best)]->posterior);
}

}  // namespace

PipelineResult FindClusters(const Answers& answers, const PipelineOptions& options,
                            const PipelineCallback& callback) {
  const CrowdLayout layout = MakeCrowdLayout(answers);
  if (layout.num_pairs == 0) {
    throw InputError("no assignment holds two items in groups; nothing says which items belong together");
  }
  PipelineResult result;
  KeepBest(FitRestarts(layout, options, callback), &result);

  std::vector<int> known;
  for (int item = 0; item < layout.num_items; ++item) {
    (layout.PlacesOf(item).empty() ? result.lone_items : known).push_back(item);
  }
  result.used_dimensions = UsedDimensions(result.crowd, options.crowd.prior);
  if (result.used_dimensions.empty()) {
    result.used_dimensions.resize(static_cast<std::size_t>(options.crowd.dimensions));
    std::iota(result.used_dimensions.begin(), result.used_dimensions.end(), 0);
  }
  result.mixture = FitMixture(result.crowd.item_mean(result.used_dimensions, known), options.mixture);

  std::vector<int> label(static_cast<std::size_t>(layout.num_items));
  result.probability = Eigen::VectorXd::Zero(layout.num_items);
  for (std::size_t n = 0; n < known.size(); ++n) {
    Eigen::Index component = 0;
    result.probability[known[n]] =
        result.mixture.posterior.responsibility.row(static_cast<Eigen::Index>(n)).maxCoeff(&component);
    label[static_cast<std::size_t>(known[n])] = static_cast<int>(component);
  }
  int next = result.mixture.posterior.num_components();
  for (const int item : result.lone_items) label[static_cast<std::size_t>(item)] = next++;
  result.clustering = MakeClustering(label);
  return result;
}

}  // namespace crowdclust
