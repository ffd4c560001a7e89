#include "clustering/block_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "base/special.h"

namespace crowdclust {
namespace {

constexpr double kShrink = 4;  // pairs
constexpr std::array<double, 10> kStrengths = {0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256};

// Adds one assignment's pairs to the cells of its worker.
void AddAssignment(std::span<const int> items, std::span<const int> groups,
                   std::span<const int> label_of_item, std::map<std::pair<int, int>, BlockCell>* cells) {
  struct Row {
    int label, group;
  };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int label = label_of_item[static_cast<std::size_t>(items[i])];
    if (label >= 0) rows.push_back({label, groups[i]});
  }
  if (rows.size() < 2) return;
  std::map<int, std::map<int, double>> count;  // label -> group -> items
  std::map<int, double> size;
  for (const Row& row : rows) {
    ++count[row.label][row.group];
    ++size[row.label];
  }
  for (auto k = count.begin(); k != count.end(); ++k) {
    for (auto l = k; l != count.end(); ++l) {
      double same = 0, seen = 0;
      if (k == l) {
        seen = size[k->first] * (size[k->first] - 1) / 2;
        for (const auto& [group, n] : k->second) same += n * (n - 1) / 2;
      } else {
        seen = size[k->first] * size[l->first];
        for (const auto& [group, n] : k->second) {
          const auto other = l->second.find(group);
          if (other != l->second.end()) same += n * other->second;
        }
      }
      if (seen == 0) continue;
      const double weight = 2 / (k == l ? size[k->first] : size[k->first] + size[l->first]);
      BlockCell& cell = (*cells)[{k->first, l->first}];
      cell.first = k->first;
      cell.second = l->first;
      cell.seen += seen;
      cell.same += same;
      cell.weight += weight * seen;
      cell.same_weight += weight * same;
    }
  }
}

void CountCells(const Answers& answers, std::span<const int> label_of_item, BlockModel* model) {
  std::vector<std::vector<std::int64_t>> of_worker(static_cast<std::size_t>(answers.num_workers()));
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p)
    of_worker[static_cast<std::size_t>(answers.worker_of_assignment[static_cast<std::size_t>(p)])].push_back(
        p);
  model->first_cell.push_back(0);
  for (const std::vector<std::int64_t>& assignments : of_worker) {
    std::map<std::pair<int, int>, BlockCell> cells;
    for (const std::int64_t p : assignments)
      AddAssignment(answers.ItemsOf(p), answers.GroupsOf(p), label_of_item, &cells);
    for (const auto& [pair, cell] : cells) model->cell.push_back(cell);
    model->first_cell.push_back(static_cast<std::int64_t>(model->cell.size()));
  }
}

void FitRates(int num_labels, BlockModel* model) {
  Eigen::MatrixXd seen = Eigen::MatrixXd::Zero(num_labels, num_labels), same = seen;
  double within_seen = 0, within_same = 0, between_seen = 0, between_same = 0;
  for (const BlockCell& cell : model->cell) {
    seen(cell.first, cell.second) += cell.seen;
    same(cell.first, cell.second) += cell.same;
    (cell.first == cell.second ? within_seen : between_seen) += cell.seen;
    (cell.first == cell.second ? within_same : between_same) += cell.same;
  }
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

Shift FitShift(const BlockModel& model, std::span<const BlockCell> cells, double prior_variance) {
  Shift shift;
  double precision = 1 / prior_variance;
  for (int step = 0; step < 20; ++step) {
    double slope = -shift.value / prior_variance;
    precision = 1 / prior_variance;
    for (const BlockCell& cell : cells) {
      const double p = Sigmoid(Logit(model.rate(cell.first, cell.second)) + shift.value);
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

void FitShifts(BlockModel* model) {
  const auto workers = static_cast<int>(model->first_cell.size()) - 1;
  model->shift = Eigen::VectorXd::Zero(workers);
  for (int round = 0; round < 10; ++round) {
    double sum = 0;
    for (int j = 0; j < workers; ++j) {
      const Shift shift = FitShift(*model, model->CellsOf(j), model->shift_variance);
      model->shift[j] = shift.value;
      sum += shift.value * shift.value + shift.variance;
    }
    // One worker more, of the prior's variance 1: a single worker says little about how workers differ.
    model->shift_variance = std::max((sum + 1) / (workers + 1), 1e-3);
  }
}

double MeanTogetherness(const BlockModel& model, int worker, int k, int l) {
  return std::clamp(Sigmoid(Logit(model.rate(k, l)) + model.shift[worker]), 1e-9, 1 - 1e-9);
}

void FitStrength(BlockModel* model) {
  double best = -std::numeric_limits<double>::infinity();
  for (const double strength : kStrengths) {
    double likelihood = 0;
    for (int j = 0; j + 1 < static_cast<int>(model->first_cell.size()); ++j) {
      for (const BlockCell& cell : model->CellsOf(j)) {
        const double p = MeanTogetherness(*model, j, cell.first, cell.second);
        likelihood += LogBeta(strength * p + cell.same_weight,
                              strength * (1 - p) + std::max(cell.weight - cell.same_weight, 0.0)) -
                      LogBeta(strength * p, strength * (1 - p));
      }
    }
    if (likelihood > best) {
      best = likelihood;
      model->strength = strength;
    }
  }
}

}  // namespace

BlockModel FitBlockRates(const Answers& answers, std::span<const int> label_of_item, int num_labels) {
  BlockModel model;
  CountCells(answers, label_of_item, &model);
  FitRates(num_labels, &model);
  return model;
}

BlockModel FitBlockModel(const Answers& answers, std::span<const int> label_of_item, int num_labels) {
  BlockModel model = FitBlockRates(answers, label_of_item, num_labels);
  FitShifts(&model);
  FitStrength(&model);
  return model;
}

double NewWorkerTogetherness(const BlockModel& model, int k, int l) {
  return k < 0 || l < 0 ? model.base_rate : model.rate(k, l);
}

double WorkerTogetherness(const BlockModel& model, int worker, int k, int l) {
  if (k < 0 || l < 0) return Sigmoid(Logit(model.base_rate) + model.shift[worker]);
  const double mean = MeanTogetherness(model, worker, k, l);
  const auto cells = model.CellsOf(worker);
  const std::pair<int, int> key = std::minmax(k, l);
  const auto found = std::ranges::lower_bound(
      cells, key, {}, [](const BlockCell& cell) { return std::pair(cell.first, cell.second); });
  if (found == cells.end() || std::pair(found->first, found->second) != key) return mean;
  return (model.strength * mean + found->same_weight) / (model.strength + found->weight);
}

}  // namespace crowdclust
