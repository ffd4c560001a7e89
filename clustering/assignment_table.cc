#include "clustering/assignment_table.h"

#include <algorithm>

namespace crowdclust {
namespace {

// Calls add(size) for every run of keys that are equal but for their lowest `ignored` bits.
template <typename Add>
void ForRuns(std::span<const std::uint64_t> sorted, int ignored, const Add& add) {
  std::size_t first = 0;
  for (std::size_t at = 1; at <= sorted.size(); ++at) {
    if (at < sorted.size() && sorted[at] >> ignored == sorted[first] >> ignored) continue;
    add(static_cast<double>(at - first));
    first = at;
  }
}

}  // namespace

AssignmentTable CountAssignmentTable(std::span<const int> cluster_of_place,
                                     std::span<const int> group_of_place,
                                     std::vector<std::uint64_t>* scratch) {
  AssignmentTable table;
  std::vector<std::uint64_t>& keys = *scratch;
  keys.clear();
  if (cluster_of_place.empty()) return table;
  for (std::size_t k = 0; k < cluster_of_place.size(); ++k)
    keys.push_back(static_cast<std::uint64_t>(cluster_of_place[k]) << 32 |
                   static_cast<std::uint64_t>(group_of_place[k]));
  std::ranges::sort(keys);
  ForRuns(keys, 0, [&table](double items) { table.in_both += items * (items - 1); });
  ForRuns(keys, 32, [&table](double items) {
    ++table.clusters;
    AddGroup(items, &table.by_cluster);
  });
  for (std::uint64_t& key : keys) key &= 0xffffffff;
  std::ranges::sort(keys);
  ForRuns(keys, 0, [&table](double items) {
    ++table.groups;
    AddGroup(items, &table.by_group);
  });
  return table;
}

}  // namespace crowdclust
