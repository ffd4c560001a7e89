#include "clustering/pipeline.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <numeric>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/nearest_name.h"
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

// What a method says: a label and its probability for every item; those of lone items are not used.
struct Labelling {
  std::vector<int> label;
  Eigen::VectorXd probability;
};

Labelling LabelByCrowd(const Answers& answers, const PipelineOptions& options, const std::vector<int>& known,
                       PipelineResult* result) {
  result->used_dimensions = UsedDimensions(result->crowd, options.crowd.prior);
  if (result->used_dimensions.empty()) {
    result->used_dimensions.resize(static_cast<std::size_t>(options.crowd.dimensions));
    std::iota(result->used_dimensions.begin(), result->used_dimensions.end(), 0);
  }
  result->mixture = FitMixture(result->crowd.item_mean(result->used_dimensions, known), options.mixture);
  Labelling found{std::vector<int>(static_cast<std::size_t>(answers.num_items())),
                  Eigen::VectorXd::Zero(answers.num_items())};
  for (std::size_t n = 0; n < known.size(); ++n) {
    Eigen::Index component = 0;
    found.probability[known[n]] =
        result->mixture.posterior.responsibility.row(static_cast<Eigen::Index>(n)).maxCoeff(&component);
    found.label[static_cast<std::size_t>(known[n])] = static_cast<int>(component);
  }
  return found;
}

Labelling LabelByPartition(const Answers& answers, const PipelineOptions& options, const std::vector<int>&,
                           PipelineResult* result) {
  const PartitionLayout layout = MakePartitionLayout(answers);
  const PartitionSearchOptions search{.seed = options.crowd.seed};
  result->partition = RestartPartition(layout, search, options.partition_restarts, options.crowd.num_threads);
  const auto best = static_cast<std::size_t>(result->partition.best);
  const PartitionPrior prior{.scatter = result->partition.scatter[best],
                             .concentration = search.prior.concentration};
  const std::vector<int>& label = result->partition.runs[best].cluster_of_item;
  const std::vector<double> probability = LabelProbabilities(layout, prior, label);
  return {label, Eigen::Map<const Eigen::VectorXd>(probability.data(), answers.num_items())};
}

struct NamedMethod {
  const char* name;
  ClusterMethod method;
  Labelling (*label)(const Answers&, const PipelineOptions&, const std::vector<int>& known, PipelineResult*);
};

constexpr std::array<NamedMethod, 2> kMethods = {
    {{"crowd", ClusterMethod::kCrowd, LabelByCrowd},
     {"partition", ClusterMethod::kPartition, LabelByPartition}}};

const NamedMethod& Named(ClusterMethod method) {
  return *std::ranges::find(kMethods, method, &NamedMethod::method);
}

}  // namespace

std::vector<std::string> ClusterMethodNames() {
  std::vector<std::string> names;
  for (const NamedMethod& method : kMethods) names.emplace_back(method.name);
  return names;
}

std::string ClusterMethodName(ClusterMethod method) { return Named(method).name; }

ClusterMethod ParseClusterMethod(const std::string& name) {
  const auto found =
      std::ranges::find_if(kMethods, [&name](const NamedMethod& method) { return name == method.name; });
  if (found == kMethods.end())
    throw InputError("no method '" + name + "'; methods: " + JoinNames(ClusterMethodNames()));
  return found->method;
}

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
  const Labelling found = Named(options.method).label(answers, options, known, &result);
  std::vector<int> label = found.label;
  result.probability = found.probability;
  int next = 1 + *std::ranges::max_element(label);
  for (const int item : result.lone_items) {
    label[static_cast<std::size_t>(item)] = next++;
    result.probability[item] = 0;
  }
  result.clustering = MakeClustering(label);
  return result;
}

}  // namespace crowdclust
