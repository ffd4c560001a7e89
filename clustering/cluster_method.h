// The methods that find clusters, by name.
#pragma once

#include <string>
#include <vector>

namespace crowdclust {

// Where the clusters come from.
enum class ClusterMethod {
  kAuto,       // the togetherness of the crowd model and of the partition model, averaged
  kCrowd,      // the crowd model's togetherness, averaged over restarts
  kMixture,    // the published two stages: positions of the best restart, a mixture over them
  kPartition,  // the partition of highest evidence
  kLinkage,    // average linkage on the co-association
  kSpectral,   // spectral clustering of the co-association
  kMajority,   // the partition that disagrees least with the answers
};

// "auto", "crowd", …: in the order above.
std::vector<std::string> ClusterMethodNames();
// The name of a method, and the method of one of these names (InputError where there is none).
std::string ClusterMethodName(ClusterMethod method);
ClusterMethod ParseClusterMethod(const std::string& name);

}  // namespace crowdclust
