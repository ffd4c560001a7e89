#include "clustering/crowd/worker_factors.h"

#include <Eigen/Cholesky>

#include "base/error.h"
#include "clustering/crowd/item_factor.h"

namespace crowdclust {
namespace {

// Matrices of WorkerSums, whose rows are wider than what counts of them.
using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using PaddedRows = Eigen::Map<const RowMajor, 0, Eigen::OuterStride<>>;

// Sum of c E[f f'], where A - tau = sum over d <= e of W_de f_de, f_de = x_ad x_be + x_ae x_bd, halved for d
// = e. Entry (de, fg) gathers four entries of the sum of c E[x_a x_a'] (df) E[x_b x_b'] (eg).
Eigen::MatrixXd FeatureMoments(const PaddedRows& moment, int dimensions) {
  const int packed = PackedSize(dimensions);
  Eigen::MatrixXd features(packed, packed);
  for (int e = 0; e < dimensions; ++e) {
    for (int d = 0; d <= e; ++d) {
      for (int g = 0; g <= e; ++g) {
        for (int f = 0; f <= g; ++f) {
          const int row = PackedIndex(d, e), column = PackedIndex(f, g);
          const double half = (d == e ? 0.5 : 1) * (f == g ? 0.5 : 1);
          const double sum =
              moment(PackedIndex(d, f), PackedIndex(e, g)) + moment(PackedIndex(d, g), PackedIndex(e, f)) +
              moment(PackedIndex(e, f), PackedIndex(d, g)) + moment(PackedIndex(e, g), PackedIndex(d, f));
          features(row, column) = features(column, row) = half * sum;
        }
      }
    }
  }
  return features;
}

// Sum over pairs of the features at the means, from the sum of outer products E[x_a] E[x_b]'.
Eigen::VectorXd PackedFeatures(const PaddedRows& outer) {
  const auto dimensions = static_cast<int>(outer.rows());
  Eigen::VectorXd features(PackedSize(dimensions));
  for (int e = 0; e < dimensions; ++e) {
    for (int d = 0; d < e; ++d) features[PackedIndex(d, e)] = outer(d, e) + outer(e, d);
    features[PackedIndex(e, e)] = outer(e, e);
  }
  return features;
}

}  // namespace

WorkerPosterior UpdateWorker(const WorkerPrior& prior, int dimensions, double bias_mean,
                             const WorkerSums& sums) {
  const int packed = PackedSize(dimensions);
  const PaddedRows moment(sums.moment, packed, packed, Eigen::OuterStride<>(PaddedPacked(dimensions)));
  const Eigen::OuterStride<> padded(PaddedDimensions(dimensions));
  const Eigen::VectorXd by_label = PackedFeatures({sums.label, dimensions, dimensions, padded});
  const Eigen::VectorXd by_curvature = PackedFeatures({sums.curvature, dimensions, dimensions, padded});

  Eigen::MatrixXd precision = 2 * FeatureMoments(moment, dimensions);
  precision.diagonal() += prior.weight_variance.cwiseInverse();
  WorkerPosterior worker;
  worker.weight_variance = precision.diagonal().cwiseInverse();
  const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> factor(precision);
  if (factor.info() != Eigen::Success) throw NumericalError("a worker's precision is not positive definite");
  const Eigen::VectorXd from_prior = prior.weight_mean.cwiseQuotient(prior.weight_variance);
  worker.weight_mean = factor.solve(from_prior + by_label - 2 * bias_mean * by_curvature);

  worker.bias_variance = 1 / (1 / prior.bias_variance + 2 * sums.sum_curvature);
  worker.bias_mean = worker.bias_variance * (prior.bias_mean / prior.bias_variance + sums.sum_label -
                                             2 * worker.weight_mean.dot(by_curvature));
  if (!worker.weight_mean.allFinite() || !std::isfinite(worker.bias_mean)) {
    throw NumericalError("a worker's weights are not finite");
  }
  return worker;
}

WorkerPrior MakeWorkerPrior(const CrowdPrior& prior, int dimensions) {
  const int packed = PackedSize(dimensions);
  return {.weight_mean = Eigen::VectorXd::Zero(packed),
          .weight_variance = Eigen::VectorXd::Constant(packed, prior.weight_variance),
          .bias_mean = 0,
          .bias_variance = prior.bias_variance};
}

WorkerPrior LearnWorkerPrior(const CrowdPosterior& posterior) {
  WorkerPrior prior;
  prior.weight_mean = posterior.weight_mean.rowwise().mean();
  const auto apart = (posterior.weight_mean.colwise() - prior.weight_mean).array().square();
  prior.weight_variance = (apart + posterior.weight_variance.array()).rowwise().mean();
  prior.bias_mean = posterior.bias_mean.mean();
  prior.bias_variance =
      ((posterior.bias_mean.array() - prior.bias_mean).square() + posterior.bias_variance.array()).mean();
  return prior;
}

double WorkerDivergence(const WorkerPrior& prior, const CrowdPosterior& posterior) {
  double divergence = 0;
  for (Eigen::Index i = 0; i < prior.weight_mean.size(); ++i) {
    divergence += GaussianDivergence(posterior.weight_mean.row(i).array() - prior.weight_mean[i],
                                     posterior.weight_variance.row(i), prior.weight_variance[i]);
  }
  return divergence + GaussianDivergence(posterior.bias_mean.array() - prior.bias_mean,
                                         posterior.bias_variance, prior.bias_variance);
}

}  // namespace crowdclust
