// How many different intruder HITs there are, and a draw of some without repetition.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "base/random.h"

namespace crowdclust {

// What makes two HITs the same one, whatever the order shown.
struct HitContent {
  std::vector<int> main_items;  // ascending
  int intruder = 0;
  auto operator<=>(const HitContent&) const =
      default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
};

// C(n, k) * times, or the largest int64 where it is more. n, k, times >= 0; 0 for k > n.
std::int64_t BinomialTimes(std::int64_t n, std::int64_t k, std::int64_t times);

// What some HITs about one main cluster are drawn from.
struct HitSource {
  std::span<const std::vector<int>> items_of_cluster;  // none empty, items ascending
  int main_cluster = 0;                                // with n >= num_main items
  std::vector<int> intruder_clusters;                  // one or more others, ascending
  int num_main = 1;                                    // main items in a HIT
};

// C(n, num_main) times the items of the intruder clusters; the largest int64 where it is more.
std::int64_t CountDistinct(const HitSource& source);

// `count` different HITs in the order drawn: main items uniform, the intruder's cluster uniform over
// the intruder clusters, then its item uniform; a HIT drawn before is drawn again. 0 <= count <=
// CountDistinct(source). Lists all HITs where count is a quarter of them or more (the law is the same), so it
// ends soon for any count.
std::vector<HitContent> DrawDistinct(const HitSource& source, std::int64_t count, Random* random);

}  // namespace crowdclust
