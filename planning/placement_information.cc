#include "planning/placement_information.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace crowdclust {
namespace {

double Surprise(double p) { return p > 0 ? -p * std::log(p) : 0; }

}  // namespace

ShownClusters ShowClusters(const Eigen::MatrixXd& chance, std::span<const int> items, std::size_t without) {
  Eigen::ArrayXd best = Eigen::ArrayXd::Zero(chance.rows()), absent = Eigen::ArrayXd::Ones(chance.rows());
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == without) continue;
    const auto of_item = chance.col(items[i]).array();
    best = best.max(of_item);
    absent *= 1 - of_item;
  }
  return {.told = (best + 1 - absent) / 2, .absent = absent};
}

double PlacementInformation(const Eigen::Ref<const Eigen::VectorXd>& chance, const ShownClusters& shown,
                            double error) {
  const Eigen::Index clusters = chance.size();
  const auto places = static_cast<double>(clusters + 1);
  double anywhere = 0, apart = 0, known = 0;
  for (Eigen::Index c = 0; c < clusters; ++c) {
    const double right = (1 - error) * shown.told[c], alone = (1 - error) * shown.absent[c];
    const double rest = std::max(1 - right - alone, 0.0) / places;
    anywhere += chance[c] * rest;
    apart += chance[c] * alone;
    known += chance[c] * ((places - 2) * Surprise(rest) + Surprise(rest + right) + Surprise(rest + alone));
  }
  double seen = Surprise(anywhere + apart);
  for (Eigen::Index c = 0; c < clusters; ++c)
    seen += Surprise(anywhere + chance[c] * (1 - error) * shown.told[c]);
  return std::max(seen - known, 0.0);
}

double Entropy(const Eigen::Ref<const Eigen::VectorXd>& chance) {
  double entropy = 0;
  for (const double p : chance) entropy += Surprise(p);
  return entropy;
}

}  // namespace crowdclust
