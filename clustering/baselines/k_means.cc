#include "clustering/baselines/k_means.h"

#include <limits>
#include <numeric>

#include "base/random.h"

namespace crowdclust {
namespace {

struct Run {
  std::vector<int> label;
  double squares = 0;
};

Eigen::MatrixXd StartCentres(const Eigen::MatrixXd& points, int num_clusters, Random* random) {
  const auto count = static_cast<std::size_t>(points.cols());
  Eigen::MatrixXd centres(points.rows(), num_clusters);
  std::vector<double> nearest(count, std::numeric_limits<double>::infinity());
  Eigen::Index chosen = random->Below(static_cast<int>(count));
  for (int k = 0; k < num_clusters; ++k) {
    centres.col(k) = points.col(chosen);
    for (std::size_t i = 0; i < count; ++i) {
      const double apart = (points.col(static_cast<Eigen::Index>(i)) - centres.col(k)).squaredNorm();
      nearest[i] = std::min(nearest[i], apart);
    }
    const double total = std::accumulate(nearest.begin(), nearest.end(), 0.0);
    chosen = total > 0 ? random->Discrete(nearest) : random->Below(static_cast<int>(count));
  }
  return centres;
}

// Puts every point to its nearest centre; an empty cluster then takes the worst point of a larger one.
Run Assign(const Eigen::MatrixXd& points, const Eigen::MatrixXd& centres) {
  Run run;
  std::vector<int> size(static_cast<std::size_t>(centres.cols()));
  std::vector<double> apart;
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    Eigen::Index nearest = 0;
    apart.push_back((centres.colwise() - points.col(i)).colwise().squaredNorm().minCoeff(&nearest));
    run.label.push_back(static_cast<int>(nearest));
    ++size[static_cast<std::size_t>(nearest)];
  }
  for (std::size_t k = 0; k < size.size(); ++k) {
    if (size[k] > 0) continue;
    std::size_t worst = apart.size();
    for (std::size_t i = 0; i < apart.size(); ++i) {
      if (size[static_cast<std::size_t>(run.label[i])] > 1 &&
          (worst == apart.size() || apart[i] > apart[worst]))
        worst = i;
    }
    --size[static_cast<std::size_t>(run.label[worst])];
    run.label[worst] = static_cast<int>(k);
    apart[worst] = 0;
    ++size[k];
  }
  run.squares = std::accumulate(apart.begin(), apart.end(), 0.0);
  return run;
}

Eigen::MatrixXd Centres(const Eigen::MatrixXd& points, const std::vector<int>& label, int num_clusters) {
  Eigen::MatrixXd centres = Eigen::MatrixXd::Zero(points.rows(), num_clusters);
  Eigen::VectorXd size = Eigen::VectorXd::Zero(num_clusters);
  for (std::size_t i = 0; i < label.size(); ++i) {
    centres.col(label[i]) += points.col(static_cast<Eigen::Index>(i));
    ++size[label[i]];
  }
  return centres * size.cwiseInverse().asDiagonal();
}

}  // namespace

std::vector<int> KMeans(const Eigen::MatrixXd& points, int num_clusters, std::uint64_t seed) {
  Run best;
  for (std::uint64_t start = 0; start < 5; ++start) {
    Random random(seed, start);
    Run run = Assign(points, StartCentres(points, num_clusters, &random));
    for (int step = 0; step < 100; ++step) {
      Run next = Assign(points, Centres(points, run.label, num_clusters));
      const bool settled = next.label == run.label;
      run = std::move(next);
      if (settled) break;
    }
    if (best.label.empty() || run.squares < best.squares) best = std::move(run);
  }
  return best.label;
}

}  // namespace crowdclust
