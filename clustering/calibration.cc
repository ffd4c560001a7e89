#include "clustering/calibration.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "base/random.h"
#include "base/special.h"
#include "base/stats.h"

namespace crowdclust {
namespace {

constexpr std::size_t kBins = 10;
constexpr int kBootstraps = 200;

double ClampedLogit(double p) { return Logit(std::clamp(p, 1e-9, 1 - 1e-9)); }

// 0..A-1 for the assignments that occur, and how many there are.
std::vector<std::size_t> DenseAssignments(const PairPredictions& predictions, std::size_t* count) {
  std::unordered_map<std::int64_t, std::size_t> index;
  std::vector<std::size_t> dense;
  dense.reserve(predictions.size());
  for (const std::int64_t p : predictions.assignment)
    dense.push_back(index.emplace(p, index.size()).first->second);
  *count = index.size();
  return dense;
}

// Sums of one assignment in one bin.
struct Cell {
  double pairs = 0, predicted = 0, observed = 0;
  void Add(const Cell& other, double times) {
    pairs += times * other.pairs;
    predicted += times * other.predicted;
    observed += times * other.observed;
  }
};

double ErrorOf(const std::vector<Cell>& bins) {
  double error = 0, pairs = 0;
  for (const Cell& bin : bins) {
    error += std::abs(bin.predicted - bin.observed);
    pairs += bin.pairs;
  }
  return error / pairs;
}

}  // namespace

Calibration Calibrate(const PairPredictions& predictions, std::uint64_t seed) {
  Calibration calibration{{}, kNaN, kNaN};
  const std::size_t count = predictions.size();
  if (count == 0) return calibration;
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&predictions](std::size_t i) { return predictions.together[i]; });
  std::size_t assignments = 0;
  const std::vector<std::size_t> of = DenseAssignments(predictions, &assignments);
  std::vector<Cell> cells(assignments * kBins), bins(kBins);
  for (std::size_t at = 0; at < count; ++at) {
    const std::size_t i = order[at];
    const Cell one{1, predictions.together[i], predictions.same[i] ? 1.0 : 0.0};
    cells[of[i] * kBins + at * kBins / count].Add(one, 1);
    bins[at * kBins / count].Add(one, 1);
  }
  for (const Cell& bin : bins) {
    if (bin.pairs > 0)
      calibration.bins.push_back(
          {static_cast<std::int64_t>(bin.pairs), bin.predicted / bin.pairs, bin.observed / bin.pairs});
  }
  calibration.error = ErrorOf(bins);
  if (assignments < 2) return calibration;
  Random random(seed, 0xca1b);
  double sum = 0, squares = 0;
  for (int sample = 0; sample < kBootstraps; ++sample) {
    std::vector<Cell> drawn(kBins);
    for (std::size_t draw = 0; draw < assignments; ++draw) {
      const auto p = static_cast<std::size_t>(random.Below(static_cast<int>(assignments)));
      for (std::size_t b = 0; b < kBins; ++b) drawn[b].Add(cells[p * kBins + b], 1);
    }
    const double error = ErrorOf(drawn);
    sum += error;
    squares += error * error;
  }
  calibration.standard_error =
      std::sqrt(std::max(0.0, (squares - sum * sum / kBootstraps) / (kBootstraps - 1)));
  return calibration;
}

LogOddsScaling FitScaling(const PairPredictions& predictions, const std::vector<bool>& skip) {
  std::size_t assignments = 0;
  const std::vector<std::size_t> of = DenseAssignments(predictions, &assignments);
  std::vector<double> pairs(assignments);
  for (const std::size_t p : of) ++pairs[p];
  Eigen::Vector2d coefficients(1, 0);
  for (int step = 0; step < 50; ++step) {
    Eigen::Vector2d slope = Eigen::Vector2d(1, 0) - coefficients;
    Eigen::Matrix2d curvature = Eigen::Matrix2d::Identity();
    for (std::size_t i = 0; i < predictions.size(); ++i) {
      if (skip[i]) continue;
      // An assignment of M items has M (M - 1) / 2 pairs; about their root counts.
      const double weight = std::sqrt(2 * pairs[of[i]]) / pairs[of[i]];
      const Eigen::Vector2d feature(ClampedLogit(predictions.together[i]), 1);
      const double p = Sigmoid(coefficients.dot(feature));
      slope += weight * ((predictions.same[i] ? 1.0 : 0.0) - p) * feature;
      curvature += weight * p * (1 - p) * feature * feature.transpose();
    }
    const Eigen::Vector2d move = curvature.ldlt().solve(slope);
    coefficients += move / std::max(1.0, move.norm());
    if (move.norm() < 1e-8) break;
  }
  return {coefficients[0], coefficients[1]};
}

double Scaled(const LogOddsScaling& scaling, double together) {
  return std::clamp(Sigmoid(scaling.scale * ClampedLogit(together) + scaling.shift), 1e-6, 1 - 1e-6);
}

PairScore ScorePairs(const PairPredictions& predictions) {
  PairScore score{static_cast<std::int64_t>(predictions.size()), kNaN, kNaN};
  if (score.pairs == 0) return score;
  std::size_t assignments = 0;
  const std::vector<std::size_t> of = DenseAssignments(predictions, &assignments);
  std::vector<double> nats(assignments), pairs(assignments);
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    const double together = predictions.together[i];
    nats[of[i]] += std::log(predictions.same[i] ? together : 1 - together);
    ++pairs[of[i]];
  }
  const double all = static_cast<double>(score.pairs);
  score.nats = std::accumulate(nats.begin(), nats.end(), 0.0) / all;
  if (assignments < 2) return score;
  double squares = 0;
  for (std::size_t p = 0; p < assignments; ++p) {
    const double residual = nats[p] - score.nats * pairs[p];
    squares += residual * residual;
  }
  const double count = static_cast<double>(assignments);
  score.standard_error = std::sqrt(squares * count / (count - 1)) / all;
  return score;
}

}  // namespace crowdclust
