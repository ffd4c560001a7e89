#include "clustering/level_agreement.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "metrics/contingency.h"

namespace crowdclust {
namespace {

// Fills places, items and groups of the leaves present, and the order in which they merge.
std::size_t FindPresent(const LeafOrder& order, std::span<const int> leaf_of_row,
                        std::span<const int> group_of_row, LevelScratch* scratch) {
  LevelScratch& s = *scratch;
  const auto groups = static_cast<std::size_t>(std::ranges::max(group_of_row)) + 1;
  s.key.clear();
  for (std::size_t r = 0; r < leaf_of_row.size(); ++r) {
    const int place = order.place_of_leaf[static_cast<std::size_t>(leaf_of_row[r])];
    s.key.push_back(static_cast<std::uint64_t>(place) << 32 | static_cast<std::uint32_t>(group_of_row[r]));
  }
  std::ranges::sort(s.key);
  s.place.clear();
  s.items.clear();
  s.in_group.clear();
  s.merge.clear();
  s.first_leaf.clear();
  for (const std::uint64_t key : s.key) {
    const auto place = static_cast<int>(key >> 32);
    if (s.place.empty() || s.place.back() != place) {
      if (!s.place.empty()) {
        const auto gaps = std::span(order.parted_from)
                              .subspan(static_cast<std::size_t>(s.place.back()),
                                       static_cast<std::size_t>(place - s.place.back()));
        s.merge.emplace_back(std::ranges::min(gaps), s.place.size());
      }
      s.first_leaf.push_back(s.place.size());
      s.place.push_back(place);
      s.items.push_back(0);
      s.in_group.resize(s.in_group.size() + groups);
    }
    ++s.items.back();
    ++s.in_group[s.in_group.size() - groups + (key & 0xffffffff)];
  }
  std::ranges::sort(s.merge, std::greater<>());
  return groups;
}

// The first leaf of the cluster that the leaf is in; shortens the way there.
std::size_t FirstOf(std::size_t leaf, std::vector<std::size_t>* first_leaf) {
  std::vector<std::size_t>& first = *first_leaf;
  while (first[leaf] != leaf) leaf = first[leaf] = first[first[leaf]];
  return leaf;
}

}  // namespace

LeafOrder OrderLeaves(const ClusterTree& tree) {
  const auto leaves = static_cast<std::size_t>(tree.num_leaves), merges = tree.merges.size();
  std::vector<int> size(leaves + merges, 1), start(leaves + merges);
  for (std::size_t m = 0; m < merges; ++m)
    size[leaves + m] = size[static_cast<std::size_t>(tree.merges[m].first)] +
                       size[static_cast<std::size_t>(tree.merges[m].second)];
  LeafOrder order;
  order.parted_from.resize(leaves == 0 ? 0 : leaves - 1);
  for (std::size_t m = merges; m-- > 0;) {
    const auto first = static_cast<std::size_t>(tree.merges[m].first),
               second = static_cast<std::size_t>(tree.merges[m].second);
    start[first] = start[leaves + m];
    start[second] = start[first] + size[first];
    order.parted_from[static_cast<std::size_t>(start[second]) - 1] = static_cast<int>(leaves - m);
  }
  order.place_of_leaf.assign(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(leaves));
  return order;
}

void AddLevels(const LeafOrder& order, std::span<const int> leaf_of_row, std::span<const int> group_of_row,
               LevelScratch* scratch, std::vector<PairAgreement>* sums) {
  LevelScratch& s = *scratch;
  const std::size_t groups = FindPresent(order, leaf_of_row, group_of_row, scratch);
  std::int64_t in_cluster = 0, in_both = 0, in_group = 0;
  for (const std::int64_t items : s.items) in_cluster += PairsAmong(items);
  for (const std::int64_t items : s.in_group) in_both += PairsAmong(items);
  for (std::size_t g = 0; g < groups; ++g) {
    std::int64_t items = 0;
    for (std::size_t at = g; at < s.in_group.size(); at += groups) items += s.in_group[at];
    in_group += PairsAmong(items);
  }
  const auto pairs = static_cast<double>(PairsAmong(static_cast<std::int64_t>(leaf_of_row.size())));
  int to = static_cast<int>(order.place_of_leaf.size());
  for (std::size_t m = 0; m <= s.merge.size(); ++m) {
    const int from = m < s.merge.size() ? s.merge[m].first : 1;
    const PairAgreement agreement = AgreementOfPairs(
        static_cast<double>(in_both), static_cast<double>(in_cluster), static_cast<double>(in_group), pairs);
    for (int count = from; count <= to; ++count) {
      PairAgreement& sum = (*sums)[static_cast<std::size_t>(count)];
      sum.index += agreement.index;
      sum.expected += agreement.expected;
      sum.most += agreement.most;
    }
    if (m == s.merge.size()) break;
    to = from - 1;
    const std::size_t right = s.merge[m].second, left = FirstOf(right - 1, &s.first_leaf);
    s.first_leaf[right] = left;
    in_cluster += s.items[left] * s.items[right];
    s.items[left] += s.items[right];
    for (std::size_t g = 0; g < groups; ++g) {
      in_both += s.in_group[left * groups + g] * s.in_group[right * groups + g];
      s.in_group[left * groups + g] += s.in_group[right * groups + g];
    }
  }
}

}  // namespace crowdclust
