#include "planning/choose_hits.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "base/random.h"
#include "planning/placement_information.h"

namespace crowdclust {
namespace {

constexpr double kCostOfShowing = 0.02;  // nats for every block that an item is in already
constexpr int kExchanges = 2;            // passes over a block

class Chooser {
 public:
  Chooser(const Eigen::MatrixXd& chance, const ChooseHitsOptions& options)
      : chance_(chance),
        options_(options),
        entropy_(chance.cols()),
        to_learn_(Eigen::ArrayXd::Ones(chance.cols())),
        times_(Eigen::ArrayXi::Zero(chance.cols())),
        taken_(static_cast<std::size_t>(chance.cols()), 0),
        order_(Random(options.seed).Order(static_cast<int>(chance.cols()))) {
    for (Eigen::Index i = 0; i < chance.cols(); ++i) entropy_[i] = Entropy(chance.col(i));
  }

  std::vector<int> Next() {
    const std::vector<int> candidates = Candidates();
    std::vector<int> block = {candidates.front()};
    Mark(block, 1);
    while (static_cast<int>(block.size()) < options_.items_per_hit) {
      block.push_back(-1);
      Put(candidates, block.size() - 1, &block);
    }
    for (int pass = 0; pass < kExchanges; ++pass)
      for (std::size_t at = 0; at < block.size(); ++at) Put(candidates, at, &block);
    Mark(block, 0);
    Learn(block);
    return block;
  }

 private:
  double Unsure(int item) const { return to_learn_[item] * entropy_[item]; }

  // The least sure first; with many items only these and the surest of each cluster.
  std::vector<int> Candidates() const {
    std::vector<int> items = order_;
    std::ranges::stable_sort(items, [this](int a, int b) { return Unsure(a) > Unsure(b); });
    if (items.size() <= kItemsToWeigh) return items;
    const auto unsure = static_cast<std::size_t>(std::max(kItemsToWeigh / 2, options_.items_per_hit));
    std::vector<int> others(items.begin() + static_cast<std::ptrdiff_t>(unsure), items.end());
    items.resize(unsure);
    const auto each = static_cast<std::size_t>(kItemsToWeigh / 2 / chance_.rows() + 1);
    for (Eigen::Index c = 0; c < chance_.rows(); ++c) {
      const std::size_t count = std::min(each, others.size());
      const auto surer = [this, c](int a, int b) { return Anchor(c, a) > Anchor(c, b); };
      std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(count), surer);
      items.insert(items.end(), others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count));
      others.erase(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return items;
  }

  double Anchor(Eigen::Index cluster, int item) const {
    return chance_(cluster, item) - kCostOfShowing * times_[item];
  }

  double Value(std::span<const int> block) const {
    double value = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
      const int item = block[i];
      value += to_learn_[item] * Information(block, i) - kCostOfShowing * times_[item];
    }
    return value;
  }

  double Information(std::span<const int> block, std::size_t at) const {
    if (entropy_[block[at]] <= 0) return 0;
    return PlacementInformation(chance_.col(block[at]), ShowClusters(chance_, block, at), options_.error);
  }

  // Puts the best item at this place of the block: the one there unless another is better.
  void Put(std::span<const int> candidates, std::size_t at, std::vector<int>* block) {
    int best = (*block)[at];
    double best_value = 0;
    if (best >= 0) {
      best_value = Value(*block);
      taken_[static_cast<std::size_t>(best)] = 0;
    }
    const int before = best;
    for (const int item : candidates) {
      if (taken_[static_cast<std::size_t>(item)] != 0 || item == before) continue;
      (*block)[at] = item;
      const double value = Value(*block);
      if (best >= 0 && value <= best_value) continue;
      best = item;
      best_value = value;
    }
    (*block)[at] = best;
    taken_[static_cast<std::size_t>(best)] = 1;
  }

  void Mark(std::span<const int> block, char taken) {
    for (const int item : block) taken_[static_cast<std::size_t>(item)] = taken;
  }

  void Learn(std::span<const int> block) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      const int item = block[i];
      ++times_[item];
      if (entropy_[item] > 0) to_learn_[item] *= std::max(1 - Information(block, i) / entropy_[item], 0.0);
    }
  }

  const Eigen::MatrixXd& chance_;
  const ChooseHitsOptions& options_;
  Eigen::ArrayXd entropy_;   // N, of the chances
  Eigen::ArrayXd to_learn_;  // N, the share of it that is left
  Eigen::ArrayXi times_;     // N, in blocks so far
  std::vector<char> taken_;  // N, in the block at hand
  std::vector<int> order_;   // items, for ties
};

}  // namespace

Blocks ChooseHits(const Eigen::MatrixXd& chance, const ChooseHitsOptions& options) {
  assert(options.items_per_hit <= chance.cols());
  Chooser chooser(chance, options);
  Blocks blocks;
  for (int hit = 0; hit < options.num_hits; ++hit) blocks.push_back(chooser.Next());
  return blocks;
}

}  // namespace crowdclust
