#include "clustering/crowd/togetherness.h"

#include <algorithm>
#include <cstdint>

namespace crowdclust {

Eigen::MatrixXd WorkerWeights(const CrowdPosterior& posterior, int worker) {
  const int dimensions = posterior.dimensions();
  Eigen::MatrixXd weights(dimensions, dimensions);
  for (int d = 0; d < dimensions; ++d) {
    for (int e = 0; e < dimensions; ++e) weights(d, e) = posterior.weight_mean(PackedIndex(d, e), worker);
  }
  return weights;
}

std::vector<int> WorkersThatStandForAll(int num_workers, int most) {
  const int count = std::min(num_workers, most);
  std::vector<int> workers;
  for (std::int64_t i = 0; i < count; ++i) workers.push_back(static_cast<int>(i * num_workers / count));
  return workers;
}

Eigen::MatrixXd Togetherness(const CrowdPosterior& posterior, int most_workers) {
  const std::vector<int> workers = WorkersThatStandForAll(posterior.num_workers(), most_workers);
  const Eigen::Index items = posterior.num_items();
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(items, items);
  for (const int j : workers) {
    const Eigen::MatrixXd pull = WorkerWeights(posterior, j) * posterior.item_mean;
    for (Eigen::Index b = 0; b < items; ++b) {
      const Eigen::ArrayXd logit =
          (pull.transpose() * posterior.item_mean.col(b)).array() + posterior.bias_mean[j];
      sum.col(b).array() += 1 / (1 + (-logit).exp());
    }
  }
  sum /= static_cast<double>(workers.size());
  sum = (0.5 * (sum + sum.transpose())).eval();  // equal but for rounding
  sum.diagonal().setOnes();
  return sum;
}

}  // namespace crowdclust
