#include "clustering/partition/partition_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/random.h"
#include "base/special.h"

namespace crowdclust {
namespace {

// Labels with room for one empty cluster, and what a move of one item needs.
class Labels {
 public:
  Labels(const PartitionLayout& layout, const PartitionPrior& prior)
      : layout_(layout),
        prior_(prior),
        label_(static_cast<std::size_t>(layout.num_items), 0),
        size_{layout.num_items} {}

  int num_slots() const { return static_cast<int>(size_.size()); }
  const std::vector<int>& labels() const { return label_; }
  std::vector<int>* mutable_labels() { return &label_; }
  int size_of(int cluster) const { return size_[static_cast<std::size_t>(cluster)]; }

  // log of (weight of each cluster for the item, all else given), up to a constant; -infinity for all empty
  // clusters but one. The item must have been taken out.
  const std::vector<double>& Scores(int item) {
    const auto slots = size_.size();
    score_.assign(slots, 0);
    count_.resize(slots, 0);
    same_.resize(slots, 0);
    for (const std::int64_t row : layout_.RowsOfItem(item)) AddPlace(static_cast<std::size_t>(row), item);
    bool empty_seen = false;
    for (std::size_t k = 0; k < slots; ++k) {
      if (size_[k] > 0) {
        score_[k] += std::log(size_[k]);
      } else {
        score_[k] = empty_seen ? -std::numeric_limits<double>::infinity() : std::log(prior_.concentration);
        empty_seen = true;
      }
    }
    return score_;
  }

  void TakeOut(int item) {
    --size_[static_cast<std::size_t>(label_[static_cast<std::size_t>(item)])];
    if (std::ranges::find(size_, 0) == size_.end()) size_.push_back(0);
  }
  void PutIn(int item, int cluster) {
    label_[static_cast<std::size_t>(item)] = cluster;
    ++size_[static_cast<std::size_t>(cluster)];
  }
  void Recount() {
    size_.assign(static_cast<std::size_t>(*std::ranges::max_element(label_)) + 1, 0);
    for (const int cluster : label_) ++size_[static_cast<std::size_t>(cluster)];
  }

 private:
  // Adds one assignment's part: for the clusters in it, log of ((a b + n_kg) / (a + n_k)) less that of none,
  // log b.
  void AddPlace(std::size_t row, int item) {
    const auto p = static_cast<std::size_t>(layout_.assignment_of_row[row]);
    const int group = layout_.group_of_row[row];
    present_.clear();
    for (auto r = static_cast<std::size_t>(layout_.first_row[p]);
         r < static_cast<std::size_t>(layout_.first_row[p + 1]); ++r) {
      if (layout_.item_of_row[r] == item) continue;
      const auto cluster = static_cast<std::size_t>(label_[static_cast<std::size_t>(layout_.item_of_row[r])]);
      if (count_[cluster]++ == 0) present_.push_back(cluster);
      same_[cluster] += layout_.group_of_row[r] == group;
    }
    const double a = prior_.scatter;
    const double share = layout_.share_of_row[row];
    for (const std::size_t cluster : present_) {
      score_[cluster] += std::log((a * share + same_[cluster]) / ((a + count_[cluster]) * share));
      count_[cluster] = same_[cluster] = 0;
    }
  }

  const PartitionLayout& layout_;
  PartitionPrior prior_;
  std::vector<int> label_;
  std::vector<int> size_;
  std::vector<double> score_;
  std::vector<int> count_, same_;
  std::vector<std::size_t> present_;
};

int Best(const std::vector<double>& score) {
  return static_cast<int>(std::ranges::max_element(score) - score.begin());
}

int Draw(const std::vector<double>& score, double temperature, Random* random) {
  const double largest = *std::ranges::max_element(score);
  std::vector<double> weight(score.size());
  for (std::size_t k = 0; k < score.size(); ++k) weight[k] = std::exp((score[k] - largest) / temperature);
  return random->Discrete(weight);
}

// One sweep in random order; at temperature 0 every item goes to its best cluster. True when an item moved.
bool Sweep(double temperature, Random* random, std::vector<int>* order, Labels* labels) {
  random->Shuffle(order);
  bool moved = false;
  for (const int item : *order) {
    const int before = labels->labels()[static_cast<std::size_t>(item)];
    labels->TakeOut(item);
    const std::vector<double>& score = labels->Scores(item);
    int cluster = 0;
    if (temperature > 0) {
      cluster = Draw(score, temperature, random);
    } else {
      cluster = Best(score);
      if (score[static_cast<std::size_t>(before)] >= score[static_cast<std::size_t>(cluster)] - 1e-12)
        cluster = before;
    }
    labels->PutIn(item, cluster);
    moved = moved || cluster != before;
  }
  return moved;
}

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

// The best merge of two clusters, when it raises the evidence.
bool MergeOnce(const PartitionLayout& layout, const PartitionPrior& prior, std::vector<int>* labels,
               double* evidence) {
  const int num_clusters = *std::ranges::max_element(*labels) + 1;
  double best = *evidence + 1e-9;
  std::vector<int> best_labels;
  for (int k = 0; k < num_clusters; ++k) {
    for (int l = k + 1; l < num_clusters; ++l) {
      std::vector<int> merged = *labels;
      std::ranges::replace(merged, l, k);
      const double merged_evidence = PartitionEvidence(layout, prior, merged);
      if (merged_evidence > best) {
        best = merged_evidence;
        best_labels = std::move(merged);
      }
    }
  }
  if (best_labels.empty()) return false;
  *labels = Compact(best_labels);
  *evidence = best;
  return true;
}

}  // namespace

std::vector<double> LabelProbabilities(const PartitionLayout& layout, const PartitionPrior& prior,
                                       const std::vector<int>& cluster_of_item) {
  Labels labels(layout, prior);
  *labels.mutable_labels() = cluster_of_item;
  labels.Recount();
  std::vector<double> probability;
  for (int item = 0; item < layout.num_items; ++item) {
    const int own = cluster_of_item[static_cast<std::size_t>(item)];
    labels.TakeOut(item);
    const std::vector<double>& score = labels.Scores(item);
    double total = 0;
    for (const double other : score) total += std::exp(other - score[static_cast<std::size_t>(own)]);
    probability.push_back(1 / total);
    labels.PutIn(item, own);
  }
  return probability;
}

PartitionSearch SearchPartition(const PartitionLayout& layout, const PartitionSearchOptions& options) {
  Random random(options.seed, options.stream);
  Labels labels(layout, options.prior);
  std::vector<int> order(static_cast<std::size_t>(layout.num_items));
  std::iota(order.begin(), order.end(), 0);
  for (int sweep = 0; sweep < options.anneal_sweeps; ++sweep) {
    const double temperature = options.first_temperature * (1 - (sweep + 1.0) / options.anneal_sweeps);
    Sweep(temperature, &random, &order, &labels);
  }
  PartitionSearch found;
  for (;;) {
    for (int sweep = 0; sweep < options.max_greedy_sweeps; ++sweep) {
      if (!Sweep(0, &random, &order, &labels)) break;
    }
    *labels.mutable_labels() = Compact(labels.labels());
    labels.Recount();
    found.evidence = PartitionEvidence(layout, options.prior, labels.labels());
    if (!MergeOnce(layout, options.prior, labels.mutable_labels(), &found.evidence)) break;
    labels.Recount();
  }
  found.cluster_of_item = labels.labels();
  found.num_clusters = *std::ranges::max_element(found.cluster_of_item) + 1;
  return found;
}

}  // namespace crowdclust
