// k-means.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

namespace crowdclust {

// Labels 0..num_clusters-1 of the points (D x N, one a column), none empty: the least sum of squares of 5
// starts by k-means++ (Arthur and Vassilvitskii, SODA 2007), each run until no label changes or for 100
// steps. 1 <= num_clusters <= N. A cluster that loses its last point takes the point that lies worst.
std::vector<int> KMeans(const Eigen::MatrixXd& points, int num_clusters, std::uint64_t seed);

}  // namespace crowdclust
