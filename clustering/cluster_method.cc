#include "clustering/cluster_method.h"

#include <array>

#include "base/nearest_name.h"

namespace crowdclust {
namespace {

constexpr std::array<const char*, 7> kNames = {"auto",    "crowd",    "mixture", "partition",
                                               "linkage", "spectral", "majority"};

}  // namespace

std::vector<std::string> ClusterMethodNames() { return {kNames.begin(), kNames.end()}; }

std::string ClusterMethodName(ClusterMethod method) { return kNames[static_cast<std::size_t>(method)]; }

ClusterMethod ParseClusterMethod(const std::string& name) {
  return static_cast<ClusterMethod>(IndexOfName("method", name, ClusterMethodNames()));
}

}  // namespace crowdclust
