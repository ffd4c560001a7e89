#include "hits/block_design.h"

#include <algorithm>
#include <numeric>

#include "hits/difference_family.h"

namespace crowdclust {
namespace {

constexpr int kMostItems = 100;

Blocks Repeat(const Blocks& blocks, int times) {
  Blocks all;
  for (int i = 0; i < times; ++i) all.insert(all.end(), blocks.begin(), blocks.end());
  return all;
}

// Every two items in `meetings` blocks.
std::optional<Blocks> Balanced(int num_items, int items_per_block, int meetings) {
  if (items_per_block == num_items) {
    Blocks whole(1, std::vector<int>(static_cast<std::size_t>(num_items)));
    std::iota(whole[0].begin(), whole[0].end(), 0);
    return Repeat(whole, meetings);
  }
  if (items_per_block == 2) {
    Blocks pairs;
    for (int a = 0; a < num_items; ++a) {
      for (int b = a + 1; b < num_items; ++b) pairs.push_back({a, b});
    }
    return Repeat(pairs, meetings);
  }
  const int blocks_per_item = meetings * (num_items - 1) / (items_per_block - 1);
  const bool fewer_blocks_than_items = blocks_per_item < items_per_block;  // Fisher's inequality
  if (fewer_blocks_than_items) return std::nullopt;
  return DevelopDifferenceFamily(num_items, items_per_block, meetings);
}

bool Whole(int numerator, int denominator) { return numerator % denominator == 0; }

// The first design whose meetings divide the wanted ones, as often as it takes.
std::optional<Blocks> BalancedByRepeating(int num_items, int items_per_block, int meetings) {
  for (int part = 1; part <= meetings; ++part) {
    const int blocks_per_item = part * (num_items - 1) / (items_per_block - 1);
    if (!Whole(meetings, part) || !Whole(part * (num_items - 1), items_per_block - 1) ||
        !Whole(num_items * blocks_per_item, items_per_block))
      continue;
    if (const auto blocks = Balanced(num_items, items_per_block, part))
      return Repeat(*blocks, meetings / part);
  }
  return std::nullopt;
}

bool Disjoint(const std::vector<int>& a, const std::vector<int>& b) {
  return std::ranges::find_first_of(a, b) == a.end();
}

// The blocks of an affine plane, parallel class after parallel class.
Blocks ByParallelClasses(Blocks blocks) {
  Blocks ordered;
  while (!blocks.empty()) {
    const std::vector<int> first = blocks.front();
    const auto others = std::stable_partition(
        blocks.begin(), blocks.end(),
        [&first](const std::vector<int>& block) { return block == first || Disjoint(block, first); });
    ordered.insert(ordered.end(), blocks.begin(), others);
    blocks.erase(blocks.begin(), others);
  }
  return ordered;
}

// The blocks of so many parallel classes of an affine plane.
std::optional<Blocks> ParallelClasses(int num_items, int items_per_block, int classes) {
  const std::optional<Blocks> plane = Balanced(num_items, items_per_block, 1);
  if (!plane) return std::nullopt;
  const Blocks ordered = ByParallelClasses(*plane);
  const int all = items_per_block + 1;
  Blocks blocks = Repeat(ordered, classes / all);
  blocks.insert(blocks.end(), ordered.begin(), ordered.begin() + items_per_block * (classes % all));
  return blocks;
}

}  // namespace

std::optional<Blocks> FindBlockDesign(int num_items, int items_per_block, int blocks_per_item) {
  if (num_items > kMostItems || items_per_block < 2 || items_per_block > num_items) return std::nullopt;
  const int companions = blocks_per_item * (items_per_block - 1);
  if (Whole(companions, num_items - 1)) {
    if (auto blocks = BalancedByRepeating(num_items, items_per_block, companions / (num_items - 1)))
      return blocks;
  }
  if (items_per_block * items_per_block == num_items)
    return ParallelClasses(num_items, items_per_block, blocks_per_item);
  return std::nullopt;
}

}  // namespace crowdclust
