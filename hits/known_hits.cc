#include "hits/known_hits.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/random.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kKnownStream = 10;
constexpr int kEvenDraws = 50;
constexpr int kDraws = 300;  // from kEvenDraws on without regard to what was used

class KnownDealer {
 public:
  KnownDealer(const GroupedItems& known, const KnownHitOptions& options, std::uint64_t seed)
      : known_(known),
        items_per_hit_(static_cast<std::size_t>(options.items_per_hit)),
        prefix_(options.prefix),
        random_(seed, kKnownStream),
        uses_of_item_(known.group_of_item.size()) {
    for (std::size_t i = 0; i < known.group_of_item.size(); ++i) {
      const auto group = static_cast<std::size_t>(known.group_of_item[i]);
      if (group >= items_of_group_.size()) items_of_group_.resize(group + 1);
      items_of_group_[group].push_back(static_cast<int>(i));
    }
    std::erase_if(items_of_group_, [](const auto& items) { return items.empty(); });
    uses_of_group_.resize(items_of_group_.size());
    num_pair_groups_ = static_cast<std::size_t>(
        std::ranges::count_if(items_of_group_, [](const auto& items) { return items.size() > 1; }));
  }

  void CheckGroups() const {
    if (items_of_group_.size() < 2) {
      throw InputError("all known items are in one group; a golden HIT needs items of two groups or more");
    }
    if (num_pair_groups_ == 0) {
      throw InputError("no two known items are in one group; a golden HIT needs a pair that is together");
    }
  }

  std::vector<Hit> Deal(HitKind kind, int num_hits) {
    std::vector<Hit> hits;
    const std::string start = prefix_ + HitKindName(kind)[0];
    const std::size_t width = std::to_string(num_hits).size();
    for (int h = 0; h < num_hits; ++h) {
      Hit hit{.name = fmt::format("{}{:0{}}", start, h + 1, width), .items = DealItems(), .kind = kind};
      NameIndex groups;
      for (const int item : hit.items) hit.known_group.push_back(groups.Add(std::to_string(GroupOf(item))));
      hits.push_back(std::move(hit));
    }
    return hits;
  }

  int repeated() const { return repeated_; }

 private:
  int GroupOf(int item) const { return known_.group_of_item[static_cast<std::size_t>(item)]; }

  // Shuffled, then those used least first where `even`.
  void Order(bool even, const std::vector<int>& uses, std::vector<int>* indices) {
    random_.Shuffle(indices);
    if (even)
      std::ranges::stable_sort(*indices, {}, [&uses](int i) { return uses[static_cast<std::size_t>(i)]; });
  }

  // Groups that together have enough items.
  std::vector<int> ChooseGroups(bool even) {
    std::vector<int> groups(items_of_group_.size());
    std::iota(groups.begin(), groups.end(), 0);
    Order(even, uses_of_group_, &groups);
    std::stable_partition(groups.begin(), groups.end(), [this](int g) { return SizeOf(g) > 1; });
    std::size_t wanted = std::max<std::size_t>(2, std::min(items_per_hit_ / 2, num_pair_groups_));
    if (items_per_hit_ == 2) wanted = 1 + num_dealt_ % 2;
    std::size_t items = 0, chosen = 0;
    while (chosen < wanted || items < items_per_hit_) items += SizeOf(groups[chosen++]);
    groups.resize(chosen);
    return groups;
  }

  std::size_t SizeOf(int group) const { return items_of_group_[static_cast<std::size_t>(group)].size(); }

  // Two of each group where the others still get one, then what is left of all of them.
  std::vector<int> Draw(bool even) {
    const std::vector<int> groups = ChooseGroups(even);
    std::vector<int> items, rest;
    for (std::size_t at = 0; at < groups.size(); ++at) {
      std::vector<int> members = items_of_group_[static_cast<std::size_t>(groups[at])];
      Order(even, uses_of_item_, &members);
      const std::size_t room = items_per_hit_ - items.size() - (groups.size() - at - 1);
      const auto taken = static_cast<std::ptrdiff_t>(std::min({std::size_t{2}, members.size(), room}));
      items.insert(items.end(), members.begin(), members.begin() + taken);
      rest.insert(rest.end(), members.begin() + taken, members.end());
    }
    Order(even, uses_of_item_, &rest);
    rest.resize(items_per_hit_ - items.size());
    items.insert(items.end(), rest.begin(), rest.end());
    return items;
  }

  std::vector<int> DealItems() {
    const std::vector<int> first = Draw(true);
    std::vector<int> items = first;
    for (int draw = 1; draw < kDraws && items_dealt_.contains(Sorted(items)); ++draw)
      items = Draw(draw < kEvenDraws);
    if (!items_dealt_.insert(Sorted(items)).second) {
      ++repeated_;
      items = first;
    }
    std::set<int> groups;
    for (const int item : items) {
      ++uses_of_item_[static_cast<std::size_t>(item)];
      groups.insert(GroupOf(item));
    }
    for (std::size_t g = 0; g < items_of_group_.size(); ++g)
      uses_of_group_[g] += groups.contains(GroupOf(items_of_group_[g][0]));
    ++num_dealt_;
    random_.Shuffle(&items);
    return items;
  }

  static std::vector<int> Sorted(std::vector<int> items) {
    std::ranges::sort(items);
    return items;
  }

  const GroupedItems& known_;
  std::size_t items_per_hit_;
  std::string prefix_;
  Random random_;
  std::vector<std::vector<int>> items_of_group_;
  std::size_t num_pair_groups_ = 0;  // groups of two items or more
  std::vector<int> uses_of_item_, uses_of_group_;
  std::size_t num_dealt_ = 0;
  std::set<std::vector<int>> items_dealt_;  // of each HIT so far, in order of index
  int repeated_ = 0;
};

}  // namespace

KnownHits DealKnownHits(const GroupedItems& known, const KnownHitOptions& options, std::uint64_t seed) {
  const int num_items = known.items.size();
  if (options.items_per_hit < 2 || options.items_per_hit > num_items) {
    throw InputError(
        fmt::format("{} known items, but HITs of {}; know as many items as a HIT has, two or more", num_items,
                    options.items_per_hit));
  }
  KnownDealer dealer(known, options, seed);
  dealer.CheckGroups();
  KnownHits hits;
  hits.golden = dealer.Deal(HitKind::kGolden, options.golden);
  const int different = options.golden - dealer.repeated();
  if (different < options.different_golden) {
    throw InputError(
        fmt::format("only {} different golden HITs of {} items were found among {} known items, "
                    "where {} are needed; know more items or ask for fewer golden HITs",
                    different, options.items_per_hit, num_items, options.different_golden));
  }
  hits.exam = dealer.Deal(HitKind::kExam, options.exam);
  hits.training = dealer.Deal(HitKind::kTraining, options.training);
  hits.repeated = dealer.repeated();
  return hits;
}

}  // namespace crowdclust
