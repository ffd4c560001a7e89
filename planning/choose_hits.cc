#include "planning/choose_hits.h"

#include <Eigen/Core>
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <numeric>
#include <utility>

namespace crowdclust {
namespace {

constexpr int kFirstItems = 8;

// N x N: the information of every pair; 0 on the diagonal.
Eigen::MatrixXd InformationOfPairs(const std::vector<std::vector<int>>& labellings,
                                   const TogetherRates& rates) {
  const auto items = static_cast<Eigen::Index>(labellings.front().size());
  Eigen::MatrixXd value = Eigen::MatrixXd::Zero(items, items);
  for (const std::vector<int>& label : labellings) {
    const Eigen::Map<const Eigen::ArrayXi> labels(label.data(), items);
    for (Eigen::Index b = 0; b < items; ++b) value.col(b).array() += (labels == labels[b]).cast<double>();
  }
  const std::vector<double> of_count = PairInformationOfCounts(static_cast<int>(labellings.size()), rates);
  value = value.unaryExpr([&of_count](double count) { return of_count[static_cast<std::size_t>(count)]; });
  value.diagonal().setZero();
  return value;
}

class Chooser {
 public:
  Chooser(Eigen::MatrixXd value, const std::vector<int>& label, const ChooseHitsOptions& options)
      : value_(std::move(value)), label_(label), options_(options), times_(Eigen::ArrayXi::Zero(value_.cols())) {}

  // The best of the blocks grown from the items that have most information with all others.
  std::pair<std::vector<int>, double> Next() {
    std::pair<std::vector<int>, double> best;
    best.second = -1;
    for (const int first : FirstItems()) {
      auto grown = Grow(first);
      if (grown.second > best.second) best = std::move(grown);
    }
    Take(best.first);
    return best;
  }

 private:
  std::vector<int> FirstItems() const {
    const Eigen::ArrayXd sum = value_.colwise().sum().transpose().array();
    std::vector<int> items(static_cast<std::size_t>(sum.size()));
    std::iota(items.begin(), items.end(), 0);
    const std::size_t count = std::min(items.size(), static_cast<std::size_t>(kFirstItems));
    std::ranges::partial_sort(items, items.begin() + static_cast<std::ptrdiff_t>(count), [&](int a, int b) {
      if (sum[a] != sum[b]) return sum[a] > sum[b];
      return times_[a] != times_[b] ? times_[a] < times_[b] : a < b;
    });
    items.resize(count);
    return items;
  }

  std::pair<std::vector<int>, double> Grow(int first) const {
    std::vector<int> block = {first};
    Eigen::ArrayXd gain = value_.col(first).array();
    gain[first] = -1e9;
    double information = 0;
    std::vector<int> of_cluster(label_.size() + 1, 0);
    ++of_cluster[static_cast<std::size_t>(label_[static_cast<std::size_t>(first)])];
    while (static_cast<int>(block.size()) < options_.items_per_hit) {
      Eigen::Index next = 0;
      for (Eigen::Index i = 1; i < gain.size(); ++i) {
        if (gain[i] > gain[next] || (gain[i] == gain[next] && times_[i] < times_[next])) next = i;
      }
      for (const int taken : block) information += value_(taken, next);
      gain += value_.col(next).array();
      block.push_back(static_cast<int>(next));
      for (const int taken : block) gain[taken] = -1e9;
      const int cluster = label_[static_cast<std::size_t>(next)];
      if (++of_cluster[static_cast<std::size_t>(cluster)] >= options_.most_of_cluster) {
        for (Eigen::Index i = 0; i < gain.size(); ++i)
          if (label_[static_cast<std::size_t>(i)] == cluster) gain[i] -= 1e6;
      }
    }
    return {std::move(block), information};
  }

  void Take(const std::vector<int>& block) {
    for (const int item : block) {
      ++times_[item];
      value_.col(item) *= options_.item_again;
      value_.row(item) *= options_.item_again;
    }
    for (const int a : block) {
      for (const int b : block) value_(a, b) *= options_.pair_again;
    }
  }

  Eigen::MatrixXd value_;
  const std::vector<int>& label_;
  const ChooseHitsOptions& options_;
  Eigen::ArrayXi times_;  // in blocks so far
};

}  // namespace

ChosenHits ChooseHits(const std::vector<std::vector<int>>& labellings, const ChooseHitsOptions& options) {
  assert(!labellings.empty() && static_cast<int>(labellings.front().size()) <= kMostItemsToWeigh);
  Chooser chooser(InformationOfPairs(labellings, options.rates), labellings.front(), options);
  ChosenHits chosen;
  for (int hit = 0; hit < options.num_hits; ++hit) {
    auto [block, information] = chooser.Next();
    chosen.blocks.push_back(std::move(block));
    chosen.information.push_back(information);
  }
  return chosen;
}

}  // namespace crowdclust
