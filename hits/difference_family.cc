#include "hits/difference_family.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <numeric>
#include <utility>

#include "base/random.h"

namespace crowdclust {
namespace {

// A search that goes wrong early rarely recovers: many short ones, each in another order.
constexpr int kSearches = 200;
constexpr int kMostSteps = 100'000;
constexpr std::uint64_t kOrders = 1;  // seed of the orders

// An abelian group as its table of differences; 0 is the neutral element.
struct Group {
  int order = 1;
  std::vector<int> difference;  // order x order: of elements a, b at a * order + b

  int Minus(int a, int b) const {
    return difference[static_cast<std::size_t>(a) * static_cast<std::size_t>(order) +
                      static_cast<std::size_t>(b)];
  }
  int Plus(int a, int b) const { return Minus(a, Minus(0, b)); }
};

// The product of cyclic groups.
Group MakeGroup(const std::vector<int>& moduli) {
  Group group;
  for (const int modulus : moduli) group.order *= modulus;
  group.difference.reserve(static_cast<std::size_t>(group.order) * static_cast<std::size_t>(group.order));
  for (int a = 0; a < group.order; ++a) {
    for (int b = 0; b < group.order; ++b) {
      int left_a = a, left_b = b, unit = 1, sum = 0;
      for (const int modulus : moduli) {
        sum += unit * ((left_a % modulus - left_b % modulus + modulus) % modulus);
        left_a /= modulus;
        left_b /= modulus;
        unit *= modulus;
      }
      group.difference.push_back(sum);
    }
  }
  return group;
}

// Every way to write the exponent as a sum, not rising: {3}, {2, 1}, {1, 1, 1}.
void AddPartitions(int left, int most, std::vector<int>* parts, std::vector<std::vector<int>>* all) {
  if (left == 0) all->push_back(*parts);
  for (int part = std::min(left, most); part >= 1; --part) {
    parts->push_back(part);
    AddPartitions(left - part, part, parts, all);
    parts->pop_back();
  }
}

int Power(int base, int exponent) { return exponent == 0 ? 1 : base * Power(base, exponent - 1); }

// The moduli of every abelian group of this order, the cyclic one first.
std::vector<std::vector<int>> AbelianGroups(int order) {
  std::vector<std::vector<int>> groups = {{}};
  for (int prime = 2; order > 1; ++prime) {
    int exponent = 0;
    for (; order % prime == 0; order /= prime) ++exponent;
    if (exponent == 0) continue;
    std::vector<int> parts;
    std::vector<std::vector<int>> partitions;
    AddPartitions(exponent, exponent, &parts, &partitions);
    std::vector<std::vector<int>> longer;
    for (const std::vector<int>& partition : partitions) {
      for (std::vector<int> moduli : groups) {
        for (const int part : partition) moduli.push_back(Power(prime, part));
        longer.push_back(std::move(moduli));
      }
    }
    groups = std::move(longer);
  }
  return groups;
}

// The elements that a and b generate.
std::vector<int> Generated(const Group& group, int a, int b) {
  std::vector<bool> in(static_cast<std::size_t>(group.order));
  std::vector<int> elements = {0};
  in[0] = true;
  for (std::size_t at = 0; at < elements.size(); ++at) {
    for (const int step : {a, b}) {
      const int next = group.Plus(elements[at], step);
      if (in[static_cast<std::size_t>(next)]) continue;
      in[static_cast<std::size_t>(next)] = true;
      elements.push_back(next);
    }
  }
  return elements;
}

// A subgroup of this order that two elements generate; empty where there is none.
std::vector<int> SubgroupOf(const Group& group, int order) {
  if (group.order % order != 0) return {};
  for (int a = 0; a < group.order; ++a) {
    for (int b = 0; b <= a; ++b) {
      std::vector<int> elements = Generated(group, a, b);
      if (static_cast<int>(elements.size()) == order) return elements;
    }
  }
  return {};
}

// Looks for base blocks whose differences are every element as often as is still wanted.
class BaseBlocks {
 public:
  // `order` is of the elements beside 0, as they are tried.
  BaseBlocks(const Group& group, int items_per_block, std::vector<int> wanted, std::vector<int> order)
      : group_(group),
        size_(static_cast<std::size_t>(items_per_block)),
        wanted_(std::move(wanted)),
        order_(std::move(order)) {}

  bool Find() {
    std::size_t first = 0;
    while (first < order_.size() && wanted_[static_cast<std::size_t>(order_[first])] == 0) ++first;
    if (first == order_.size()) return true;
    blocks_.push_back({0});
    const bool found = Extend(order_[first], 0);
    if (!found) blocks_.pop_back();
    return found;
  }

  const Blocks& blocks() const { return blocks_; }

 private:
  // Adds `element` to the last block where its differences are still wanted, and goes on with the elements
  // from order_[next]; takes it back where that leads nowhere.
  bool Extend(int element, std::size_t next) {
    if (++steps_ > kMostSteps) return false;
    const std::vector<int> before = blocks_.back();
    std::size_t taken = 0;
    while (taken < before.size() && Take(group_.Minus(element, before[taken]))) ++taken;
    bool found = false;
    if (taken == before.size()) {
      blocks_.back().push_back(element);
      found = blocks_.back().size() == size_ ? Find() : ExtendFrom(next);
      if (!found) blocks_.back() = before;
    }
    if (!found) {
      while (taken > 0) Return(group_.Minus(element, before[--taken]));
    }
    return found;
  }

  bool ExtendFrom(std::size_t first) {
    for (std::size_t at = first; at < order_.size() && steps_ <= kMostSteps; ++at) {
      if (Extend(order_[at], at + 1)) return true;
    }
    return false;
  }

  // A pair of items has a difference and its negative; both are one where it is its own negative.
  bool Take(int difference) {
    int& times = wanted_[static_cast<std::size_t>(difference)];
    int& negative = wanted_[static_cast<std::size_t>(group_.Minus(0, difference))];
    if (difference == 0 || times < 1 + (&times == &negative)) return false;
    --times;
    --negative;
    return true;
  }
  void Return(int difference) {
    ++wanted_[static_cast<std::size_t>(difference)];
    ++wanted_[static_cast<std::size_t>(group_.Minus(0, difference))];
  }

  const Group& group_;
  std::size_t size_;
  std::vector<int> wanted_;
  std::vector<int> order_;
  Blocks blocks_;
  int steps_ = 0;
};

// The block moved by every element.
Blocks Develop(const Group& group, const std::vector<int>& block) {
  Blocks moved;
  for (int shift = 0; shift < group.order; ++shift) {
    std::vector<int> items;
    for (const int element : block) items.push_back(group.Plus(element, shift));
    std::ranges::sort(items);
    moved.push_back(std::move(items));
  }
  return moved;
}

// The cosets of a subgroup, with the item that the group does not move where it belongs to them.
Blocks Cosets(const Group& group, const std::vector<int>& subgroup, bool with_fixed_item) {
  Blocks cosets = Develop(group, subgroup);
  std::ranges::sort(cosets);
  cosets.erase(std::unique(cosets.begin(), cosets.end()), cosets.end());
  if (with_fixed_item) {
    for (std::vector<int>& items : cosets) items.push_back(group.order);
  }
  return cosets;
}

// What the orbit of a subgroup leaves to be covered by full orbits; nothing where the counts do not fit.
struct Short {
  bool fits = false;
  bool with_fixed_item = false;
  std::vector<int> subgroup;  // empty for none
};

Short ShortOrbit(const Group& group, int num_items, int items_per_block, int meetings) {
  Short orbit;
  orbit.with_fixed_item = group.order < num_items;
  const int in_full = items_per_block * (items_per_block - 1);
  const int differences = meetings * (group.order - 1);
  if (!orbit.with_fixed_item && differences % in_full == 0) {
    orbit.fits = true;
    return orbit;
  }
  const int order = items_per_block - (orbit.with_fixed_item ? 1 : 0);
  if (meetings != 1 || differences < order - 1 || (differences - (order - 1)) % in_full != 0) return orbit;
  orbit.subgroup = SubgroupOf(group, order);
  orbit.fits = !orbit.subgroup.empty();
  return orbit;
}

std::optional<Blocks> DevelopOver(const Group& group, int num_items, int items_per_block, int meetings) {
  const Short orbit = ShortOrbit(group, num_items, items_per_block, meetings);
  if (!orbit.fits) return std::nullopt;
  std::vector<int> wanted(static_cast<std::size_t>(group.order), meetings);
  wanted[0] = 0;
  for (const int element : orbit.subgroup) wanted[static_cast<std::size_t>(element)] = 0;
  std::vector<int> order(static_cast<std::size_t>(group.order - 1));
  std::iota(order.begin(), order.end(), 1);
  for (int search = 0; search < kSearches; ++search) {
    BaseBlocks base(group, items_per_block, wanted, order);
    if (base.Find()) {
      Blocks blocks;
      if (!orbit.subgroup.empty()) blocks = Cosets(group, orbit.subgroup, orbit.with_fixed_item);
      for (const std::vector<int>& block : base.blocks()) {
        const Blocks moved = Develop(group, block);
        blocks.insert(blocks.end(), moved.begin(), moved.end());
      }
      return blocks;
    }
    Random(kOrders, static_cast<std::uint64_t>(search)).Shuffle(&order);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Blocks> DevelopDifferenceFamily(int num_items, int items_per_block, int meetings) {
  assert(num_items <= 100 && items_per_block >= 3 && items_per_block < num_items && meetings >= 1);
  for (const int order : {num_items, num_items - 1}) {
    for (const std::vector<int>& moduli : AbelianGroups(order)) {
      const Group group = MakeGroup(moduli);
      if (auto blocks = DevelopOver(group, num_items, items_per_block, meetings)) return blocks;
    }
  }
  return std::nullopt;
}

}  // namespace crowdclust
