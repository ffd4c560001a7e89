#include "intruders/precision_interval.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <vector>

namespace crowdclust {
namespace {

constexpr int kGrid = 96;  // values of each correlation

// The answers of one HIT, or worker, or cluster, within one stratum.
struct GroupSum {
  double answers = 0;
  double residual = 0;  // sum of right less the stratum's mean
};

// What the answers say of the correlation within the groups of one kind.
struct Evidence {
  double mean_size = 1;  // m: sum of squared sizes over their sum
  double ratio = 1;      // observed variance of the groups' sums over that of independent answers (I2)
  double freedom = 0;    // degrees of freedom of the ratio; 0: nothing is known

  double Effect(double correlation) const { return 1 + correlation * (mean_size - 1); }
  double LogLikelihood(double correlation) const {
    const double effect = Effect(correlation);
    return -0.5 * freedom * (std::log(effect) + ratio / effect);
  }
};

using GroupsOfStratum = std::map<int, std::map<int, GroupSum>>;

Evidence EvidenceOf(const GroupsOfStratum& strata, double answers, double variance) {
  double squares = 0, observed = 0, expected = 0, freedom = 0;
  for (const auto& [stratum, groups] : strata) {
    double size = 0, size_squares = 0, residual_squares = 0;
    for (const auto& [group, sum] : groups) {
      size += sum.answers;
      size_squares += sum.answers * sum.answers;
      residual_squares += sum.residual * sum.residual;
    }
    squares += size_squares;
    if (groups.size() < 2) continue;
    const auto count = static_cast<double>(groups.size());
    observed += residual_squares * count / (count - 1);
    expected += size * variance;
    freedom += size * size / size_squares - 1;
  }
  Evidence evidence{.mean_size = squares / answers};
  if (expected > 0) {
    evidence.ratio = observed / expected;
    evidence.freedom = freedom;
  }
  return evidence;
}

struct Model {
  double share = 0;
  double answers = 0;
  Evidence hits;
  Evidence workers;
};

Model ModelOf(const JudgedAnswers& judged, std::span<const int> rows, DrawnFrom drawn) {
  const auto hit_of = [&](int r) { return judged.hit_of_row[static_cast<std::size_t>(r)]; };
  const auto cluster_of = [&](int r) {
    return judged.main_cluster_of_hit[static_cast<std::size_t>(hit_of(r))];
  };
  const auto stratum_of = [&](int r) { return drawn == DrawnFrom::kMoreClusters ? 0 : cluster_of(r); };
  const auto right_of = [&](int r) { return judged.right_of_row[static_cast<std::size_t>(r)] ? 1.0 : 0.0; };
  Model model;
  model.answers = static_cast<double>(rows.size());
  std::map<int, GroupSum> means;  // residual: number right
  for (const int r : rows) {
    GroupSum& stratum = means[stratum_of(r)];
    ++stratum.answers;
    stratum.residual += right_of(r);
    model.share += right_of(r);
  }
  model.share /= model.answers;
  GroupsOfStratum hits, workers;
  double squares = 0;
  for (const int r : rows) {
    const GroupSum& stratum = means[stratum_of(r)];
    const double residual = right_of(r) - stratum.residual / stratum.answers;
    GroupSum& hit = hits[stratum_of(r)][drawn == DrawnFrom::kMoreClusters ? cluster_of(r) : hit_of(r)];
    GroupSum& worker = workers[0][judged.worker_of_row[static_cast<std::size_t>(r)]];
    for (GroupSum* group : {&hit, &worker}) {
      ++group->answers;
      group->residual += residual;
    }
    squares += residual * residual;
  }
  const double freedom = model.answers - static_cast<double>(means.size());
  const double variance = freedom > 0 ? squares / freedom : 0;
  if (drawn != DrawnFrom::kTheseHits) model.hits = EvidenceOf(hits, model.answers, variance);
  model.workers = EvidenceOf(workers, model.answers, variance);
  return model;
}

// One pair of correlations and what it makes of the variance.
struct Weighted {
  double effect = 1;
  double weight = 0;
};

// The grid's weights and effects, likely ones first gathered into few: the effects in steps of 1 %.
std::vector<Weighted> Gather(const Model& model, PrecisionInterval* found) {
  std::array<double, kGrid> correlation{}, log_hits{}, log_workers{};
  for (std::size_t i = 0; i < kGrid; ++i) {
    correlation[i] = std::pow((static_cast<double>(i) + 0.5) / kGrid, 4);
    log_hits[i] = model.hits.LogLikelihood(correlation[i]);
    log_workers[i] = model.workers.LogLikelihood(correlation[i]);
  }
  const double largest = std::ranges::max(log_hits) + std::ranges::max(log_workers);
  std::map<int, Weighted> bins;
  double total = 0;
  for (std::size_t i = 0; i < kGrid; ++i) {
    for (std::size_t k = 0; k < kGrid && correlation[i] + correlation[k] <= 1; ++k) {
      const double weight = std::exp(log_hits[i] + log_workers[k] - largest);
      const double effect = model.hits.Effect(correlation[i]) + model.workers.Effect(correlation[k]) - 1;
      Weighted& bin = bins[static_cast<int>(std::lround(100 * std::log(effect)))];
      bin.effect = (bin.effect * bin.weight + effect * weight) / std::max(bin.weight + weight, 1e-300);
      bin.weight += weight;
      total += weight;
      found->design_effect += weight * effect;
      found->hit_correlation += weight * correlation[i];
      found->worker_correlation += weight * correlation[k];
    }
  }
  for (double* mean : {&found->design_effect, &found->hit_correlation, &found->worker_correlation})
    *mean /= total;
  std::vector<Weighted> gathered;
  for (auto& [effect, bin] : bins) {
    if (bin.weight < 1e-12 * total) continue;
    bin.weight /= total;
    gathered.push_back(bin);
  }
  return gathered;
}

// The mixture of the scores' confidence distributions, at precision q (I4).
double ConfidenceBelow(const Model& model, const std::vector<Weighted>& effects, double q) {
  double below = 0;
  for (const auto& [effect, weight] : effects) {
    const double error = std::sqrt(q * (1 - q) * effect / model.answers);
    below += weight * 0.5 * std::erfc((model.share - q) / (error * std::numbers::sqrt2));
  }
  return below;
}

double QuantileOf(const Model& model, const std::vector<Weighted>& effects, double chance) {
  double low = 1e-15, high = 1 - 1e-15;
  for (int step = 0; step < 50; ++step) {
    const double middle = 0.5 * (low + high);
    (ConfidenceBelow(model, effects, middle) < chance ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace

PrecisionInterval FindPrecisionInterval(const JudgedAnswers& judged, std::span<const int> rows,
                                        DrawnFrom drawn) {
  PrecisionInterval found{.design_effect = 0};
  if (rows.empty()) {
    found.share = found.design_effect = kNaN;
    return found;
  }
  const Model model = ModelOf(judged, rows, drawn);
  const std::vector<Weighted> effects = Gather(model, &found);
  if (drawn == DrawnFrom::kTheseHits) found.hit_correlation = 0;
  found.share = model.share;
  found.interval.low = model.share <= 0 ? 0 : QuantileOf(model, effects, 0.025);
  found.interval.high = model.share >= 1 ? 1 : QuantileOf(model, effects, 0.975);
  return found;
}

}  // namespace crowdclust
