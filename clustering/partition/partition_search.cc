#include "clustering/partition/partition_search.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "clustering/partition/item_mover.h"
#include "clustering/partition/merge_gains.h"

namespace crowdclust {
namespace {

std::vector<int> Compact(const std::vector<int>& labels) {
  std::vector<int> next(static_cast<std::size_t>(*std::ranges::max_element(labels)) + 1, -1);
  std::vector<int> compact;
  int count = 0;
  for (const int label : labels) {
    int& to = next[static_cast<std::size_t>(label)];
    if (to < 0) to = count++;
    compact.push_back(to);
  }
  return compact;
}

// Merges pairs of clusters, the pair that raises the evidence most first, each cluster once at most: what a
// merge gains does not depend on those of other clusters. A merge that leaves the evidence as it is is made
// too: of two labellings alike in evidence the one of fewer clusters is kept. False when every merge lowers
// it.
bool MergeClusters(const PartitionLayout& layout, const PartitionPrior& prior, const ScatterTables& tables,
                   std::vector<int>* labels) {
  struct Merge {
    double gain;
    int first, second;
  };
  const Eigen::MatrixXd gains = MergeGains(layout, prior, tables, *labels);
  std::vector<Merge> merges;
  for (int l = 1; l < gains.cols(); ++l) {
    for (int k = 0; k < l; ++k) {
      if (gains(k, l) >= -1e-9) merges.push_back({gains(k, l), k, l});
    }
  }
  std::ranges::stable_sort(merges, std::greater<>(), &Merge::gain);
  std::vector<int> to(static_cast<std::size_t>(gains.cols()), -1);
  for (const Merge& merge : merges) {
    int& first = to[static_cast<std::size_t>(merge.first)];
    int& second = to[static_cast<std::size_t>(merge.second)];
    if (first < 0 && second < 0) first = second = merge.first;
  }
  for (int& label : *labels) {
    const int merged = to[static_cast<std::size_t>(label)];
    if (merged >= 0) label = merged;
  }
  *labels = Compact(*labels);
  return !merges.empty();
}

// The draws of one sweep: they depend on nothing before it.
Random RandomOfSweep(const PartitionSearchOptions& options, int sweep) {
  return Random(options.seed, options.stream << 24 | static_cast<std::uint64_t>(sweep));
}

// Cools down. False when the search was ended.
bool Anneal(const PartitionLayout& layout, const ScatterTables& tables, const PartitionSearchOptions& options,
            const PartitionSearchProgress& progress, PartitionSearchState* state) {
  ItemScores scores(layout, tables, std::move(state->label));
  bool go_on = true;
  for (; go_on && state->sweeps < options.anneal_sweeps; ++state->sweeps) {
    const double temperature =
        options.first_temperature * (1 - (state->sweeps + 1.0) / options.anneal_sweeps);
    Random random = RandomOfSweep(options, state->sweeps);
    if (temperature > 0) {
      DrawItems(temperature, options.prior.concentration, &random, &scores);
    } else {
      ImproveItems(options.prior.concentration, &random, &scores);
    }
    if (progress.keep) progress.keep({state->sweeps + 1, scores.labels()});
    go_on = !progress.report || progress.report(state->sweeps + 1, options.anneal_sweeps);
  }
  state->label = Compact(scores.labels());
  return go_on;
}

}  // namespace

std::vector<ItemPlacing> PlaceItems(const PartitionLayout& layout, const PartitionPrior& prior,
                                    const std::vector<int>& cluster_of_item) {
  const ScatterTables tables = MakeScatterTables(layout, prior.scatter);
  ItemScores scores(layout, tables, cluster_of_item);
  const int num_clusters = scores.num_slots();
  std::vector<ItemPlacing> placings;
  std::vector<double> score;
  for (int item = 0; item < layout.num_items; ++item) {
    const int own = cluster_of_item[static_cast<std::size_t>(item)];
    scores.TakeOut(item);
    // An empty cluster stands beside those that hold items; the own one is empty where nothing else is in it.
    score.assign(static_cast<std::size_t>(num_clusters) + 1, -std::numeric_limits<double>::infinity());
    const double empty = std::log(prior.concentration);
    score[static_cast<std::size_t>(scores.size(own) == 0 ? own : num_clusters)] = empty;
    for (int k = 0; k < num_clusters; ++k) {
      if (scores.size(k) > 0) score[static_cast<std::size_t>(k)] = std::log(scores.size(k));
    }
    for (const ItemScores::Gain& gain : scores.GainsOf(item))
      score[static_cast<std::size_t>(gain.slot)] += gain.value;
    const double own_score = score[static_cast<std::size_t>(own)];
    const double largest = *std::ranges::max_element(score);
    double total = 0;
    ItemPlacing placing;
    double best = -std::numeric_limits<double>::infinity();
    for (int k = 0; k <= num_clusters; ++k) {
      const double one = score[static_cast<std::size_t>(k)];
      total += std::exp(one - largest);
      if (k != own && k < num_clusters && one > best) {
        best = one;
        placing.second = k;
      }
    }
    placing.probability = std::exp(own_score - largest) / total;
    if (placing.second >= 0) {
      placing.second_probability = std::exp(best - largest) / total;
      placing.margin = own_score - best;
    }
    placings.push_back(placing);
    scores.PutIn(item, own);
  }
  return placings;
}

PartitionSearchState StartPartitionSearch(const PartitionLayout& layout) {
  return {0, std::vector<int>(static_cast<std::size_t>(layout.num_items), 0)};
}

PartitionSearchState StartPartitionSearch(std::vector<int> label, const PartitionSearchOptions& options) {
  const double cooling = std::ceil(options.anneal_sweeps * (1 - 1 / options.first_temperature));
  return {std::max(static_cast<int>(cooling) - 1, 0), std::move(label)};
}

PartitionSearch SearchPartition(const PartitionLayout& layout, PartitionSearchState state,
                                const PartitionSearchOptions& options,
                                const PartitionSearchProgress& progress) {
  const ScatterTables tables = MakeScatterTables(layout, options.prior.scatter);
  bool go_on = Anneal(layout, tables, options, progress, &state);
  int sweeps = options.anneal_sweeps;
  // Few moves are left for the next round, until no merge helps either.
  const int few = layout.num_items / 1000;
  for (bool merged = true; go_on && merged;) {
    ItemScores scores(layout, tables, std::move(state.label));
    int moved = few + 1;
    for (int round = 0; go_on && moved > few && round < options.max_greedy_sweeps; ++round) {
      Random random = RandomOfSweep(options, sweeps++);
      moved = ImproveItems(options.prior.concentration, &random, &scores);
      go_on = !progress.report || progress.report(options.anneal_sweeps, options.anneal_sweeps);
    }
    state.label = Compact(scores.labels());
    merged = go_on && MergeClusters(layout, options.prior, tables, &state.label);
  }
  PartitionSearch found;
  found.evidence = PartitionEvidence(layout, options.prior, state.label);
  found.num_clusters = *std::ranges::max_element(state.label) + 1;
  found.cluster_of_item = std::move(state.label);
  return found;
}

PartitionSearch SearchPartition(const PartitionLayout& layout, const PartitionSearchOptions& options) {
  return SearchPartition(layout, StartPartitionSearch(layout), options);
}

}  // namespace crowdclust
