#include "clustering/block_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/special.h"

namespace crowdclust {
namespace {

constexpr double kShrink = 4;  // pairs
constexpr std::array<double, 10> kStrengths = {0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256};

// Pairs seen and put together, of every pair of clusters; k <= l.
struct BlockSums {
  Eigen::MatrixXd seen, same;
};

BlockSums NoSums(int num_labels) {
  return {Eigen::MatrixXd::Zero(num_labels, num_labels), Eigen::MatrixXd::Zero(num_labels, num_labels)};
}

void AddCells(std::span<const BlockCell> cells, BlockSums* sums) {
  for (const BlockCell& cell : cells) {
    sums->seen(cell.first, cell.second) += cell.seen;
    sums->same(cell.first, cell.second) += cell.same;
  }
}

void FitRates(const BlockSums& sums, BlockModel* model) {
  const Eigen::MatrixXd &seen = sums.seen, &same = sums.same;
  const auto num_labels = static_cast<int>(seen.rows());
  const double within_seen = seen.diagonal().sum(), within_same = same.diagonal().sum(),
               between_seen = seen.sum() - within_seen, between_same = same.sum() - within_same;
  const double all_seen = within_seen + between_seen;
  model->base_rate = (within_same + between_same + 1) / (all_seen + 2);
  const double within = (within_same + model->base_rate) / (within_seen + 1);
  const double between = (between_same + model->base_rate) / (between_seen + 1);
  model->rate.resize(num_labels, num_labels);
  for (int l = 0; l < num_labels; ++l) {
    for (int k = 0; k <= l; ++k) {
      model->rate(k, l) = model->rate(l, k) =
          (same(k, l) + kShrink * (k == l ? within : between)) / (seen(k, l) + kShrink);
    }
  }
}

// The most probable shift of one worker, and the curvature there.
struct Shift {
  double value = 0, variance = 0;
};

// From `start`, the better the fewer steps; `logit` is that of the rates.
Shift FitShift(const Eigen::MatrixXd& logit, std::span<const BlockCell> cells, double prior_variance,
               double start) {
  Shift shift{start, 0};
  double precision = 1 / prior_variance;
  for (int step = 0; step < 20; ++step) {
    double slope = -shift.value / prior_variance;
    precision = 1 / prior_variance;
    for (const BlockCell& cell : cells) {
      const double p = Sigmoid(logit(cell.first, cell.second) + shift.value);
      slope += cell.same_weight - cell.weight * p;
      precision += cell.weight * p * (1 - p);
    }
    const double step_size = std::clamp(slope / precision, -1.0, 1.0);
    shift.value += step_size;
    if (std::abs(step_size) < 1e-9) break;
  }
  shift.variance = 1 / precision;
  return shift;
}

// Of the first `num_workers`.
void FitShifts(const Eigen::MatrixXd& logit, int num_workers, BlockModel* model) {
  for (int round = 0; round < 10; ++round) {
    double sum = 0;
    for (int j = 0; j < num_workers; ++j) {
      const Shift shift = FitShift(logit, model->CellsOf(j), model->shift_variance, model->shift[j]);
      model->shift[j] = shift.value;
      sum += shift.value * shift.value + shift.variance;
    }
    // One worker more, of the prior's variance 1: a single worker says little about how workers differ.
    model->shift_variance = std::max((sum + 1) / (num_workers + 1), 1e-3);
  }
}

double MeanTogetherness(double logit, double shift) {
  return std::clamp(Sigmoid(logit + shift), 1e-9, 1 - 1e-9);
}

// log Gamma(x + more) - log Gamma(x).
double LogRising(double x, double more) { return more > 0 ? LogGamma(x + more) - LogGamma(x) : 0; }

void FitStrength(const Eigen::MatrixXd& logit, BlockModel* model) {
  std::array<double, kStrengths.size()> likelihood{};
  for (int j = 0; j + 1 < static_cast<int>(model->first_cell.size()); ++j) {
    for (const BlockCell& cell : model->CellsOf(j)) {
      const double p = MeanTogetherness(logit(cell.first, cell.second), model->shift[j]);
      const double apart_weight = std::max(cell.weight - cell.same_weight, 0.0);
      for (std::size_t s = 0; s < kStrengths.size(); ++s)
        likelihood[s] += LogRising(kStrengths[s] * p, cell.same_weight) +
                         LogRising(kStrengths[s] * (1 - p), apart_weight) -
                         LogRising(kStrengths[s], cell.same_weight + apart_weight);
    }
  }
  model->strength =
      kStrengths[static_cast<std::size_t>(std::ranges::max_element(likelihood) - likelihood.begin())];
}

}  // namespace

BlockModel FitBlockRates(const Answers& answers, std::span<const int> label_of_item, int num_labels) {
  BlockSums sums = NoSums(num_labels);
  BlockCounter counter;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    CountBlocks(answers.ItemsOf(p), answers.GroupsOf(p), label_of_item, &counter);
    AddCells(counter.cell, &sums);
  }
  BlockModel model;
  FitRates(sums, &model);
  return model;
}

BlockModel FitBlockModelOfWorkers(const Answers& answers, std::span<const int> label_of_item, int num_labels,
                                  int num_workers) {
  BlockModel model = FitBlockRates(answers, label_of_item, num_labels);
  CellsOfWorkers cells = CountCells(answers, label_of_item, num_labels, num_workers);
  model.first_cell = std::move(cells.first);
  model.cell = std::move(cells.cell);
  model.shift = Eigen::VectorXd::Zero(answers.num_workers());
  const Eigen::MatrixXd logit = model.rate.unaryExpr([](double rate) { return Logit(rate); });
  FitShifts(logit, num_workers, &model);
  FitStrength(logit, &model);
  return model;
}

BlockModel FitBlockModel(const Answers& answers, std::span<const int> label_of_item, int num_labels) {
  return FitBlockModelOfWorkers(answers, label_of_item, num_labels, answers.num_workers());
}

double NewWorkerTogetherness(const BlockModel& model, int k, int l) {
  return k < 0 || l < 0 ? model.base_rate : model.rate(k, l);
}

double WorkerTogetherness(const BlockModel& model, int worker, int k, int l) {
  if (k < 0 || l < 0) return Sigmoid(Logit(model.base_rate) + model.shift[worker]);
  const double mean = MeanTogetherness(Logit(model.rate(k, l)), model.shift[worker]);
  const auto cells = model.CellsOf(worker);
  const std::pair<int, int> key = std::minmax(k, l);
  const auto found = std::ranges::lower_bound(
      cells, key, {}, [](const BlockCell& cell) { return std::pair(cell.first, cell.second); });
  if (found == cells.end() || std::pair(found->first, found->second) != key) return mean;
  return (model.strength * mean + found->same_weight) / (model.strength + found->weight);
}

}  // namespace crowdclust
