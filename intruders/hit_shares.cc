#include "intruders/hit_shares.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/error.h"

namespace crowdclust {

ClusterItems ItemsOfClusters(const LabelColumn& clusters, const std::string& place) {
  ClusterItems by_cluster;
  by_cluster.items.resize(static_cast<std::size_t>(clusters.labels.size()));
  for (std::size_t item = 0; item < clusters.label_of_item.size(); ++item) {
    by_cluster.items[static_cast<std::size_t>(clusters.label_of_item[item])].push_back(
        static_cast<int>(item));
  }
  if (by_cluster.items.size() < 2) {
    throw InputError(
        fmt::format("{}: one cluster only ('{}'); an intruder comes from another, so give two or more", place,
                    clusters.labels.Name(0)));
  }
  by_cluster.by_size.resize(by_cluster.items.size());
  std::iota(by_cluster.by_size.begin(), by_cluster.by_size.end(), 0);
  std::ranges::stable_sort(by_cluster.by_size, std::ranges::greater{},
                           [&](int c) { return by_cluster.items[static_cast<std::size_t>(c)].size(); });
  return by_cluster;
}

void DivideEvenly(std::int64_t count, std::vector<HitShare>* shares) {
  std::vector<HitShare*> open;
  for (HitShare& share : *shares) open.push_back(&share);
  std::int64_t left = count;
  for (bool first = true; left > 0 && !open.empty(); first = false) {
    const auto takers = static_cast<std::int64_t>(open.size());
    const std::int64_t each = left / takers;
    std::int64_t rest = left % takers;
    for (HitShare* share : open) {
      const std::int64_t wanted = each + (rest-- > 0 ? 1 : 0);
      if (first) share->share = wanted;
      const std::int64_t given = std::min(wanted, share->distinct - share->made);
      share->made += given;
      left -= given;
    }
    std::erase_if(open, [](const HitShare* share) { return share->made == share->distinct; });
  }
}

}  // namespace crowdclust
