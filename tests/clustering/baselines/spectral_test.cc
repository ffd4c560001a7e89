#include "clustering/baselines/spectral.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <set>

#include "clustering/baselines/k_means.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

CoAssociation Planted(double noise) {
  Random random(testing::TestSeed(), 1);
  return CountCoAssociation(testing::PlantAnswers(
      {.items = 40, .clusters = 4, .workers = 4, .assignments = 120, .per_hit = 8, .noise = noise}, &random));
}

// The scaled similarity, written out.
Eigen::MatrixXd DenseMatrix(const CoAssociation& found) {
  const int count = found.num_items();
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Constant(count, count, found.base_rate);
  matrix.diagonal().setOnes();
  for (int i = 0; i < count; ++i) {
    for (const CoAssociation::Meeting& pair : found.MeetingsOf(i))
      matrix(i, pair.other) = found.Similarity(pair);
  }
  const Eigen::VectorXd scale = matrix.rowwise().sum().cwiseSqrt().cwiseInverse();
  return scale.asDiagonal() * matrix * scale.asDiagonal();
}

TEST(SpectralEmbedding, SpansTheLeadingEigenvectors) {
  const CoAssociation found = Planted(0.3);
  const Eigen::MatrixXd embedding = SpectralEmbedding(found, 3, testing::TestSeed());
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> dense(DenseMatrix(found));
  const Eigen::MatrixXd leading = dense.eigenvectors().rightCols(3);
  // The part of each vector found that lies in the leading space is the whole of it.
  for (Eigen::Index k = 0; k < 3; ++k)
    EXPECT_NEAR((leading.transpose() * embedding.col(k)).norm(), 1, 1e-4) << k;
}

TEST(CutSpectrum, FindsPlantedClusters) {
  const CoAssociation found = Planted(0.1);
  const std::vector<int> label = CutSpectrum(SpectralEmbedding(found, 6, 1), 4, testing::TestSeed());
  for (std::size_t i = 4; i < 40; ++i) EXPECT_EQ(label[i], label[i % 4]);
  EXPECT_EQ(std::set<int>(label.begin(), label.end()).size(), 4u);
}

TEST(KMeans, KeepsEveryClusterAndEndsAtItsCentres) {
  Random random(testing::TestSeed(), 3);
  const Eigen::MatrixXd points = Eigen::MatrixXd::NullaryExpr(2, 50, [&random] { return random.Normal(); });
  const std::vector<int> label = KMeans(points, 7, testing::TestSeed());
  EXPECT_EQ(std::set<int>(label.begin(), label.end()).size(), 7u);
  Eigen::MatrixXd centre = Eigen::MatrixXd::Zero(2, 7);
  Eigen::VectorXd size = Eigen::VectorXd::Zero(7);
  for (std::size_t i = 0; i < 50; ++i) {
    centre.col(label[i]) += points.col(static_cast<Eigen::Index>(i));
    ++size[label[i]];
  }
  centre = (centre * size.cwiseInverse().asDiagonal()).eval();
  for (std::size_t i = 0; i < 50; ++i) {
    const Eigen::VectorXd apart =
        (centre.colwise() - points.col(static_cast<Eigen::Index>(i))).colwise().norm();
    EXPECT_LE(apart[label[i]], apart.minCoeff() + 1e-9);
  }
}

TEST(KMeans, EqualPointsStillFillEveryCluster) {
  const std::vector<int> label = KMeans(Eigen::MatrixXd::Ones(2, 5), 5, 1);
  EXPECT_EQ(std::set<int>(label.begin(), label.end()).size(), 5u);
}

}  // namespace
}  // namespace crowdclust
