#include "clustering/partition/partition_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/random.h"
#include "base/special.h"
#include "clustering/partition/merge_gains.h"

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

// Merges the two clusters whose merge raises the evidence most, or leaves it as it is: of two labellings
// alike in evidence the one of fewer clusters is kept. False when every merge lowers it.
bool MergeOnce(const PartitionLayout& layout, const PartitionPrior& prior, std::vector<int>* labels) {
  if (*std::ranges::max_element(*labels) == 0) return false;
  const Eigen::MatrixXd gains = MergeGains(layout, prior, *labels);
  Eigen::Index first = 0, second = 1;
  for (Eigen::Index l = 1; l < gains.cols(); ++l) {
    for (Eigen::Index k = 0; k < l; ++k) {
      if (gains(k, l) > gains(first, second)) {
        first = k;
        second = l;
      }
    }
  }
  if (gains(first, second) < -1e-9) return false;
  std::ranges::replace(*labels, static_cast<int>(second), static_cast<int>(first));
  *labels = Compact(*labels);
  return true;
}

}  // namespace

std::vector<ItemPlacing> PlaceItems(const PartitionLayout& layout, const PartitionPrior& prior,
                                    const std::vector<int>& cluster_of_item) {
  Labels labels(layout, prior);
  *labels.mutable_labels() = cluster_of_item;
  labels.Recount();
  const int num_clusters = labels.num_slots();
  std::vector<ItemPlacing> placings;
  for (int item = 0; item < layout.num_items; ++item) {
    const int own = cluster_of_item[static_cast<std::size_t>(item)];
    labels.TakeOut(item);
    const std::vector<double>& score = labels.Scores(item);
    const double own_score = score[static_cast<std::size_t>(own)];
    const double largest = *std::ranges::max_element(score);
    double total = 0;
    ItemPlacing placing;
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < score.size(); ++k) {
      total += std::exp(score[k] - largest);
      if (static_cast<int>(k) != own && static_cast<int>(k) < num_clusters && score[k] > best) {
        best = score[k];
        placing.second = static_cast<int>(k);
      }
    }
    placing.probability = std::exp(own_score - largest) / total;
    if (placing.second >= 0) {
      placing.second_probability = std::exp(best - largest) / total;
      placing.margin = own_score - best;
    }
    placings.push_back(placing);
    labels.PutIn(item, own);
  }
  return placings;
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
    if (!MergeOnce(layout, options.prior, labels.mutable_labels())) break;
    labels.Recount();
  }
  found.evidence = PartitionEvidence(layout, options.prior, labels.labels());
  found.cluster_of_item = labels.labels();
  found.num_clusters = *std::ranges::max_element(found.cluster_of_item) + 1;
  return found;
}

}  // namespace crowdclust
