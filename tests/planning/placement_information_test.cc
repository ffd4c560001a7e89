#include "planning/placement_information.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

Eigen::VectorXd DrawChances(int clusters, Random* random) {
  Eigen::VectorXd chance(clusters);
  for (double& p : chance) p = random->Uniform() + 0.01;
  return chance / chance.sum();
}

// By the whole table of clusters and places.
double ByTable(const Eigen::VectorXd& chance, const ShownClusters& shown, double error) {
  const Eigen::Index clusters = chance.size();
  Eigen::MatrixXd together(clusters, clusters + 1);
  for (Eigen::Index c = 0; c < clusters; ++c) {
    const double right = (1 - error) * shown.told[c], alone = (1 - error) * shown.absent[c];
    together.row(c).setConstant((1 - right - alone) / static_cast<double>(clusters + 1));
    together(c, c) += right;
    together(c, clusters) += alone;
    together.row(c) *= chance[c];
  }
  const Eigen::RowVectorXd place = together.colwise().sum();
  double information = 0;
  for (Eigen::Index c = 0; c < clusters; ++c) {
    for (Eigen::Index p = 0; p <= clusters; ++p) {
      if (together(c, p) > 0) information += together(c, p) * std::log(together(c, p) / chance[c] / place[p]);
    }
  }
  return information;
}

TEST(PlacementInformation, IsTheMutualInformationOfTheTable) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 50; ++trial) {
    const int clusters = 1 + random.Below(7);
    const Eigen::VectorXd chance = DrawChances(clusters, &random);
    ShownClusters shown{.told = Eigen::ArrayXd(clusters), .absent = Eigen::ArrayXd(clusters)};
    for (int c = 0; c < clusters; ++c) {
      shown.told[c] = random.Uniform();
      shown.absent[c] = (1 - shown.told[c]) * random.Uniform();
    }
    const double error = 0.05 + 0.9 * random.Uniform();
    const double information = PlacementInformation(chance, shown, error);
    EXPECT_NEAR(information, ByTable(chance, shown, error), 1e-12);
    EXPECT_LE(information, Entropy(chance) + 1e-12);
  }
}

TEST(PlacementInformation, IsNoneWhereNothingIsShownOrAllIsKnown) {
  const ShownClusters nothing{.told = Eigen::ArrayXd::Zero(3), .absent = Eigen::ArrayXd::Ones(3)};
  EXPECT_NEAR(PlacementInformation(Eigen::VectorXd::Constant(3, 1.0 / 3), nothing, 0.2), 0, 1e-12);
  const ShownClusters all{.told = Eigen::ArrayXd::Ones(3), .absent = Eigen::ArrayXd::Zero(3)};
  EXPECT_NEAR(PlacementInformation(Eigen::Vector3d(0, 1, 0), all, 0.2), 0, 1e-12);
}

TEST(PlacementInformation, NearsTheEntropyWithFewErrors) {
  const ShownClusters all{.told = Eigen::ArrayXd::Ones(3), .absent = Eigen::ArrayXd::Zero(3)};
  const Eigen::Vector3d chance(0.5, 0.3, 0.2);
  EXPECT_NEAR(PlacementInformation(chance, all, 1e-9), Entropy(chance), 1e-6);
  EXPECT_LT(PlacementInformation(chance, all, 0.4), PlacementInformation(chance, all, 0.1));
}

TEST(ShowClusters, TellsBySureItemsMoreThanByMany) {
  Eigen::MatrixXd chance(2, 4);
  chance << 1, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5;
  const ShownClusters sure = ShowClusters(chance, std::array{1, 0}, 0);
  EXPECT_EQ(sure.told[0], 1);
  EXPECT_EQ(sure.absent[0], 0);
  EXPECT_EQ(sure.told[1], 0);
  EXPECT_EQ(sure.absent[1], 1);
  const ShownClusters unsure = ShowClusters(chance, std::array{1, 2, 3}, 0);
  EXPECT_NEAR(unsure.told[0], (0.5 + 0.75) / 2, 1e-12);
  EXPECT_NEAR(unsure.absent[0], 0.25, 1e-12);
}

TEST(Entropy, OfEqualChancesIsTheLogarithmOfTheirNumber) {
  EXPECT_NEAR(Entropy(Eigen::VectorXd::Constant(8, 0.125)), std::log(8), 1e-12);
  EXPECT_EQ(Entropy(Eigen::Vector2d(1, 0)), 0);
}

}  // namespace
}  // namespace crowdclust
