#include "intruders/distinct_hits.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

namespace crowdclust {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

std::int64_t Times(std::int64_t a, std::int64_t b) { return b != 0 && a > kMost / b ? kMost : a * b; }

const std::vector<int>& MainItems(const HitSource& source) {
  return source.items_of_cluster[static_cast<std::size_t>(source.main_cluster)];
}

// The next k of 0..n-1 in ascending order of lists; false after the last.
bool NextSubset(int n, std::vector<int>* subset) {
  const int k = static_cast<int>(subset->size());
  int at = k - 1;
  while (at >= 0 && (*subset)[static_cast<std::size_t>(at)] == n - k + at) --at;
  if (at < 0) return false;
  const int value = ++(*subset)[static_cast<std::size_t>(at)];
  std::iota(subset->begin() + at, subset->end(), value);
  return true;
}

// Drawing by weight without repetition is taking the smallest exponential times, each of rate its weight
// (Efraimidis and Spirakis, 2006); here the weight is 1 / size of the intruder's cluster.
std::vector<HitContent> DrawFromList(const HitSource& source, std::int64_t count, Random* random) {
  const std::vector<int>& main_items = MainItems(source);
  std::vector<std::pair<double, HitContent>> timed;
  std::vector<int> subset(static_cast<std::size_t>(source.num_main));
  std::iota(subset.begin(), subset.end(), 0);
  do {
    HitContent content;
    for (const int at : subset) content.main_items.push_back(main_items[static_cast<std::size_t>(at)]);
    for (const int other : source.intruder_clusters) {
      const std::vector<int>& cluster = source.items_of_cluster[static_cast<std::size_t>(other)];
      for (const int intruder : cluster) {
        content.intruder = intruder;
        const double time = -std::log1p(-random->Uniform()) * static_cast<double>(cluster.size());
        timed.emplace_back(time, content);
      }
    }
  } while (NextSubset(static_cast<int>(main_items.size()), &subset));
  std::ranges::sort(timed);
  timed.resize(static_cast<std::size_t>(count));
  std::vector<HitContent> drawn;
  for (auto& [time, content] : timed) drawn.push_back(std::move(content));
  return drawn;
}

// The first num_main places of a shuffle, in the pool itself: any order before gives a uniform subset after.
HitContent DrawOne(const HitSource& source, std::vector<int>* pool, Random* random) {
  const int size = static_cast<int>(pool->size());
  for (int at = 0; at < source.num_main; ++at) {
    const int chosen = at + random->Below(size - at);
    std::swap((*pool)[static_cast<std::size_t>(at)], (*pool)[static_cast<std::size_t>(chosen)]);
  }
  HitContent content;
  content.main_items.assign(pool->begin(), pool->begin() + source.num_main);
  std::ranges::sort(content.main_items);
  const int chosen = random->Below(static_cast<int>(source.intruder_clusters.size()));
  const int other = source.intruder_clusters[static_cast<std::size_t>(chosen)];
  const std::vector<int>& cluster = source.items_of_cluster[static_cast<std::size_t>(other)];
  content.intruder = cluster[static_cast<std::size_t>(random->Below(static_cast<int>(cluster.size())))];
  return content;
}

}  // namespace

std::int64_t BinomialTimes(std::int64_t n, std::int64_t k, std::int64_t times) {
  if (k > n || times == 0) return 0;
  k = std::min(k, n - k);
  std::int64_t product = 1;  // C(n - k + i, i) after step i; grows with i, so one overflow settles it
  for (std::int64_t i = 1; i <= k && product < kMost; ++i) {
    const std::int64_t shared = std::gcd(product, i);
    product = Times(product / shared, (n - k + i) / (i / shared));
  }
  return Times(product, times);
}

std::int64_t CountDistinct(const HitSource& source) {
  std::int64_t others = 0;
  for (const int other : source.intruder_clusters)
    others += std::ssize(source.items_of_cluster[static_cast<std::size_t>(other)]);
  return BinomialTimes(std::ssize(MainItems(source)), source.num_main, others);
}

std::vector<HitContent> DrawDistinct(const HitSource& source, std::int64_t count, Random* random) {
  assert(count <= CountDistinct(source));
  if (count == 0) return {};
  if (count >= CountDistinct(source) / 4) return DrawFromList(source, count, random);
  std::vector<HitContent> drawn;
  std::set<HitContent> seen;
  std::vector<int> pool = MainItems(source);
  while (static_cast<std::int64_t>(drawn.size()) < count) {
    HitContent content = DrawOne(source, &pool, random);
    if (seen.insert(content).second) drawn.push_back(std::move(content));
  }
  return drawn;
}

}  // namespace crowdclust
