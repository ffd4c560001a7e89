// What a HIT would say of where an item belongs.
#pragma once

#include <Eigen/Core>
#include <span>

namespace crowdclust {

// What the other items of a HIT show of the clusters, K each.
struct ShownClusters {
  // Chance that an item of the cluster stands in the HIT and that one can tell by it: the mean of the highest
  // chance of one item and the chance of any.
  Eigen::ArrayXd told;
  Eigen::ArrayXd absent;  // chance that none stands there; told + absent is at most 1
};

// By items with these columns of `chance` (K x N, see PlacementChances), that at `without` left out.
ShownClusters ShowClusters(const Eigen::MatrixXd& chance, std::span<const int> items, std::size_t without);

// The mutual information, in nats, between the cluster of an item with these chances (K) and where a worker
// puts it: to the items of one of the clusters, or apart. It goes where it belongs, or apart where its
// cluster is absent, with chance 1 - error times what is shown; else anywhere equally often. 0 where the
// item's cluster is known or nothing is shown. Cover and Thomas, "Elements of information theory", 2nd ed.,
// 2006, 2.4. O(K).
double PlacementInformation(const Eigen::Ref<const Eigen::VectorXd>& chance, const ShownClusters& shown,
                            double error);

// -sum p log p.
double Entropy(const Eigen::Ref<const Eigen::VectorXd>& chance);

}  // namespace crowdclust
