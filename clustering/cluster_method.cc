#include "clustering/cluster_method.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

constexpr std::array<const char*, 7> kNames = {"auto",    "crowd",    "mixture", "partition",
                                               "linkage", "spectral", "majority"};

}  // namespace

std::vector<std::string> ClusterMethodNames() { return {kNames.begin(), kNames.end()}; }

std::string ClusterMethodName(ClusterMethod method) { return kNames[static_cast<std::size_t>(method)]; }

ClusterMethod ParseClusterMethod(const std::string& name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end())
    throw InputError("no method '" + name + "'; methods: " + JoinNames(ClusterMethodNames()));
  return static_cast<ClusterMethod>(found - kNames.begin());
}

}  // namespace crowdclust
