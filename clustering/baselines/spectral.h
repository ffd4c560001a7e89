// Spectral clustering of the co-association (Ng, Jordan, Weiss, NIPS 2001).
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "clustering/baselines/co_association.h"

namespace crowdclust {

// The leading `count` eigenvectors (N x count, by falling eigenvalue) of the similarity matrix, each row and
// column divided by the root of its sum. Pairs never seen count with the base rate: a constant and a sparse
// matrix, so that nothing N x N is made. Subspace iteration with Rayleigh-Ritz from a random block, until the
// eigenvalues change by less than 1e-8 or for 300 steps. 1 <= count <= N.
Eigen::MatrixXd SpectralEmbedding(const CoAssociation& co_association, int count, std::uint64_t seed);

// Labels 0..num_clusters-1, none empty: k-means (the best of 5 starts by k-means++; Arthur and Vassilvitskii,
// SODA 2007) over the rows of the first num_clusters eigenvectors, scaled to length 1.
std::vector<int> CutSpectrum(const Eigen::MatrixXd& embedding, int num_clusters, std::uint64_t seed);

}  // namespace crowdclust
