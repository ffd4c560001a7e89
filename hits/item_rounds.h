// All items, round after round in random order, to be dealt out.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/random.h"

namespace crowdclust {

class ItemRounds {
 public:
  ItemRounds(int num_items, Random random) : num_items_(num_items), random_(random) {}

  // Takes the item of least cost among the next ones, the first at a tie. cost(item) is 0 or more, or below 0
  // where the item cannot be taken now: it stays for the next call. There must be one that can be taken. A
  // new round begins where the rest of a round has none. O(candidates) calls of cost.
  template <typename Cost>
  int Take(const Cost& cost) {
    while (true) {
      std::size_t best = left_.size();
      auto least = cost(0);
      const std::size_t last = left_.size() - std::min(left_.size(), kCandidates);
      for (std::size_t at = left_.size(); at-- > last;) {
        const auto now = cost(left_[at]);
        if (now < 0 || (best < left_.size() && now >= least)) continue;
        best = at;
        least = now;
        if (least == 0) break;
      }
      if (best < left_.size()) {
        const int item = left_[best];
        left_[best] = left_.back();
        left_.pop_back();
        return item;
      }
      BeginRound();
    }
  }

 private:
  static constexpr std::size_t kCandidates = 256;

  // What the round before has left is dealt first.
  void BeginRound() {
    std::vector<int> all = random_.Order(num_items_);
    all.insert(all.end(), left_.begin(), left_.end());
    left_ = std::move(all);
  }

  int num_items_;
  Random random_;
  std::vector<int> left_;  // of the round, the last is next
};

}  // namespace crowdclust
