// The bound of the crowd model as docs/model.md writes it, pair by pair with full matrices: the tests'
// oracle.
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <vector>

#include "answers/answers.h"
#include "base/special.h"
#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust::testing {

inline Eigen::MatrixXd Unpack(const Eigen::VectorXd& packed, int dimensions) {
  Eigen::MatrixXd full(dimensions, dimensions);
  for (int d = 0; d < dimensions; ++d) {
    for (int e = 0; e < dimensions; ++e) full(d, e) = packed[PackedIndex(d, e)];
  }
  return full;
}

struct LogitMoments {
  double label = 0;   // -1 or +1
  double mean = 0;    // E[A]
  double square = 0;  // E[A^2]
};

// E[A] and E[A^2] from every product of two terms of x_a' W x_b + tau, by the independence of coordinates and
// entries.
inline LogitMoments MomentsOfPair(const CrowdPosterior& q, int worker, int a, int b) {
  const int dimensions = q.dimensions();
  const Eigen::MatrixXd w = Unpack(q.weight_mean.col(worker), dimensions);
  const Eigen::MatrixXd s = Unpack(q.weight_variance.col(worker), dimensions);
  const auto second = [&q](int item, int d, int e) {
    return q.item_mean(d, item) * q.item_mean(e, item) + (d == e ? q.item_variance(d, item) : 0.0);
  };
  LogitMoments moments;
  const double product = q.item_mean.col(a).dot(w * q.item_mean.col(b));
  for (int d = 0; d < dimensions; ++d) {
    for (int e = 0; e < dimensions; ++e) {
      for (int f = 0; f < dimensions; ++f) {
        for (int g = 0; g < dimensions; ++g) {
          const bool one_entry = PackedIndex(d, e) == PackedIndex(f, g);
          const double weights = w(d, e) * w(f, g) + (one_entry ? s(d, e) : 0.0);
          moments.square += second(a, d, f) * second(b, e, g) * weights;
        }
      }
    }
  }
  moments.mean = product + q.bias_mean[worker];
  moments.square +=
      2 * product * q.bias_mean[worker] + q.bias_mean[worker] * q.bias_mean[worker] + q.bias_variance[worker];
  return moments;
}

inline std::vector<LogitMoments> AllPairs(const Answers& answers, const CrowdPosterior& q) {
  std::vector<LogitMoments> pairs;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    for (std::size_t a = 0; a < items.size(); ++a) {
      for (std::size_t b = a + 1; b < items.size(); ++b) {
        const int worker = answers.worker_of_assignment[static_cast<std::size_t>(p)];
        pairs.push_back(MomentsOfPair(q, worker, items[a], items[b]));
        pairs.back().label = groups[a] == groups[b] ? 1 : -1;
      }
    }
  }
  return pairs;
}

// The best t of every pair (M5).
inline std::vector<double> BestSlopes(const Answers& answers, const CrowdPosterior& q) {
  std::vector<double> slopes;
  for (const LogitMoments& pair : AllPairs(answers, q)) slopes.push_back(std::sqrt(pair.square));
  return slopes;
}

inline double DivergenceOf(double mean, double variance, double prior_mean, double prior_variance) {
  return 0.5 * (((mean - prior_mean) * (mean - prior_mean) + variance) / prior_variance - 1 -
                std::log(variance / prior_variance));
}

// The bound at given t (M9).
inline double NaiveBound(const Answers& answers, const CrowdPosterior& q, double item_prior_variance,
                         const WorkerPrior& prior, const std::vector<double>& slopes) {
  double bound = 0;
  std::size_t next = 0;
  for (const LogitMoments& pair : AllPairs(answers, q)) {
    const double t = slopes[next++];
    const double c = t == 0 ? 0.125 : std::tanh(t / 2) / (4 * t);
    bound += LogSigmoid(t) + (pair.label * pair.mean - t) / 2 - c * (pair.square - t * t);
  }
  for (Eigen::Index i = 0; i < q.item_mean.size(); ++i) {
    bound -= DivergenceOf(q.item_mean(i), q.item_variance(i), 0, item_prior_variance);
  }
  for (int j = 0; j < q.num_workers(); ++j) {
    for (Eigen::Index i = 0; i < q.weight_mean.rows(); ++i) {
      bound -= DivergenceOf(q.weight_mean(i, j), q.weight_variance(i, j), prior.weight_mean[i],
                            prior.weight_variance[i]);
    }
    bound -= DivergenceOf(q.bias_mean[j], q.bias_variance[j], prior.bias_mean, prior.bias_variance);
  }
  return bound;
}

}  // namespace crowdclust::testing
