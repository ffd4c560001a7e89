#include "clustering/pipeline.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "base/error.h"
#include "clustering/cut_choice.h"
#include "clustering/find_by.h"
#include "clustering/known_items.h"

namespace crowdclust {
namespace {

// A label of its own for every pair of label and component.
std::vector<int> SplitByComponent(const std::vector<int>& label, const KnownItems& known) {
  std::vector<int> split;
  for (std::size_t i = 0; i < label.size(); ++i)
    split.push_back(label[i] * known.num_components + known.component[i]);
  return MakeClustering(split).cluster_of_item;
}

// From known items to all: a lone item keeps its prior.
void ExpandPosterior(const std::vector<int>& known, int num_items, double item_variance,
                     CrowdPosterior* posterior) {
  if (posterior->dimensions() == 0) return;
  Eigen::MatrixXd mean = Eigen::MatrixXd::Zero(posterior->dimensions(), num_items);
  Eigen::MatrixXd variance = Eigen::MatrixXd::Constant(posterior->dimensions(), num_items, item_variance);
  mean(Eigen::all, known) = posterior->item_mean;
  variance(Eigen::all, known) = posterior->item_variance;
  posterior->item_mean = std::move(mean);
  posterior->item_variance = std::move(variance);
}

std::vector<int> ExpandLabels(const std::vector<int>& known, int num_items, const std::vector<int>& label) {
  std::vector<int> expanded(static_cast<std::size_t>(num_items), -1);
  for (std::size_t i = 0; i < known.size(); ++i) expanded[static_cast<std::size_t>(known[i])] = label[i];
  return expanded;
}

// How surely every item lies where it lies, all other labels given (M18).
void PlaceKnownItems(const PartitionLayout& layout, const std::vector<int>& label, PipelineResult* result) {
  const std::vector<ItemPlacing> placings =
      PlaceItems(layout, {.scatter = result->scatter, .concentration = 1}, label);
  std::vector<int> cluster_of_label(label.size(), -1);
  for (std::size_t i = 0; i < label.size(); ++i) {
    cluster_of_label[static_cast<std::size_t>(label[i])] =
        result->clustering.cluster_of_item[static_cast<std::size_t>(result->known[i])];
  }
  for (std::size_t i = 0; i < label.size(); ++i) {
    const int item = result->known[i];
    const ItemPlacing& placing = placings[i];
    result->probability[item] = placing.probability;
    result->margin[item] = placing.margin;
    if (placing.second < 0) continue;
    result->second[static_cast<std::size_t>(item)] =
        cluster_of_label[static_cast<std::size_t>(placing.second)];
    result->second_probability[item] = placing.second_probability;
  }
}

void CheckStudy(const KnownItems& known, const PipelineOptions& options) {
  if (known.item.empty())
    throw InputError("no assignment holds two items in groups; nothing says which items belong together");
  if (options.num_clusters > static_cast<int>(known.item.size())) {
    throw InputError("--clusters " + std::to_string(options.num_clusters) + ": only " +
                     std::to_string(known.item.size()) + " items were grouped beside another; ask for fewer");
  }
}

}  // namespace

int DimensionsFor(std::int64_t num_items) {
  return static_cast<int>(std::clamp<std::int64_t>(num_items / 4, 2, 8));
}

int DimensionsOf(const PipelineOptions& options, std::int64_t num_items) {
  return options.dimensions > 0 ? options.dimensions : DimensionsFor(num_items);
}

PipelineResult FindClusters(const Answers& answers, const PipelineOptions& options,
                            const PipelineCallback& callback, const CheckpointScope& checkpoint) {
  const KnownItems known = SelectKnownItems(answers);
  CheckStudy(known, options);
  PipelineResult result;
  std::atomic<bool> stopped = false;
  const PipelineCallback watched = [&stopped, &callback](const PipelineProgress& now) {
    if (callback && !callback(now)) stopped = true;
    return !stopped;
  };
  const int known_count = static_cast<int>(known.item.size());
  const Study study{.known = &known,
                    .options = &options,
                    .dimensions = DimensionsOf(options, known_count),
                    .partition = MakePartitionLayout(known.answers),
                    .callback = &watched,
                    .checkpoint = &checkpoint};
  Finding found = FindBy(study);
  result.stopped = stopped;

  const std::vector<int> label = SplitByComponent(found.label, known);
  const CutChoice weighed = WeighLabels(study.partition, label);
  result.scatter = weighed.scatter;
  result.evidence = weighed.evidence;
  result.known = known.item;
  result.lone_items = known.lone;
  result.component = known.component;
  result.num_components = known.num_components;
  const int num_items = answers.num_items();
  for (const std::vector<int>& labelling : found.labellings)
    result.labellings.push_back(ExpandLabels(known.item, num_items, SplitByComponent(labelling, known)));
  result.crowd = std::move(found.crowd);
  for (CrowdRestart& restart : result.crowd.restart)
    ExpandPosterior(known.item, num_items, options.crowd.crowd.prior.item_variance, &restart.posterior);
  result.used_dimensions = std::move(found.used_dimensions);
  result.mixture = std::move(found.mixture);
  result.partition = std::move(found.partition);
  result.coarse = found.coarse;

  std::vector<int> all = ExpandLabels(known.item, num_items, label);
  int next = weighed.num_clusters;
  for (const int item : known.lone) all[static_cast<std::size_t>(item)] = next++;
  result.clustering = MakeClustering(all);
  result.probability = Eigen::VectorXd::Zero(num_items);
  result.second.assign(static_cast<std::size_t>(num_items), -1);
  result.second_probability = Eigen::VectorXd::Zero(num_items);
  result.margin = Eigen::VectorXd::Zero(num_items);
  PlaceKnownItems(study.partition, label, &result);
  if (!result.probability.allFinite() || !std::isfinite(result.evidence))
    throw NumericalError("an item's probability or the clusters' evidence is not finite");
  return result;
}

}  // namespace crowdclust
