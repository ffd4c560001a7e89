#include "clustering/baselines/spectral.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "clustering/baselines/k_means.h"

namespace crowdclust {
namespace {

// Every row and column's share: 1 / sqrt(sum of the row); the diagonal is 1, as an item is always with
// itself.
Eigen::VectorXd Scales(const CoAssociation& co_association) {
  const int count = co_association.num_items();
  Eigen::VectorXd sum(count);
  for (int i = 0; i < count; ++i) {
    sum[i] = 1 + co_association.base_rate * (count - 1);
    for (const CoAssociation::Meeting& pair : co_association.MeetingsOf(i))
      sum[i] += co_association.Similarity(pair) - co_association.base_rate;
  }
  return sum.cwiseMax(1e-12).cwiseSqrt().cwiseInverse();
}

// (scaled similarity + I) / 2 times a block (width x N, one column an item): all eigenvalues are in [0, 1].
Eigen::MatrixXd Apply(const CoAssociation& co_association, const Eigen::VectorXd& scale,
                      const Eigen::MatrixXd& block) {
  const Eigen::MatrixXd scaled = block * scale.asDiagonal();
  const double base = co_association.base_rate;
  Eigen::MatrixXd product = (1 - base) * scaled;
  product.colwise() += base * scaled.rowwise().sum();
  for (int i = 0; i < co_association.num_items(); ++i) {
    for (const CoAssociation::Meeting& pair : co_association.MeetingsOf(i))
      product.col(i) += (co_association.Similarity(pair) - base) * scaled.col(pair.other);
  }
  return 0.5 * (product * scale.asDiagonal() + block);
}

}  // namespace

Eigen::MatrixXd SpectralEmbedding(const CoAssociation& co_association, int count, std::uint64_t seed) {
  const Eigen::Index items = co_association.num_items();
  const Eigen::Index width = std::min<Eigen::Index>(items, count + 8);
  const Eigen::VectorXd scale = Scales(co_association);
  Random random(seed, 0);
  Eigen::MatrixXd block(items, width);
  for (double& value : block.reshaped()) value = random.Normal();
  Eigen::VectorXd before = Eigen::VectorXd::Zero(width);
  for (int step = 0; step < 300; ++step) {
    const Eigen::MatrixXd basis =
        Eigen::HouseholderQR<Eigen::MatrixXd>(block).householderQ() * Eigen::MatrixXd::Identity(items, width);
    const Eigen::MatrixXd image = Apply(co_association, scale, basis.transpose()).transpose();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> small(basis.transpose() * image);
    block = image * small.eigenvectors().rowwise().reverse();
    const Eigen::VectorXd values = small.eigenvalues().reverse();
    const bool settled = (values - before).head(count).cwiseAbs().maxCoeff() < 1e-8;
    before = values;
    if (settled) break;
  }
  return block.leftCols(count).colwise().normalized();
}

std::vector<int> CutSpectrum(const Eigen::MatrixXd& embedding, int num_clusters, std::uint64_t seed) {
  Eigen::MatrixXd points = embedding.leftCols(num_clusters).transpose();
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    const double length = points.col(i).norm();
    if (length > 0) points.col(i) /= length;
  }
  return KMeans(points, num_clusters, seed);
}

}  // namespace crowdclust
