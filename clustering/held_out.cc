#include "clustering/held_out.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "clustering/folds.h"
#include "clustering/known_items.h"
#include "clustering/pair_predictor.h"

namespace crowdclust {
namespace {

double Clamped(double chance) { return std::clamp(chance, 1e-6, 1 - 1e-6); }

// What one fit says of the answers held out from it.
struct FoldPredictions {
  PairPredictions method, constant;

  void Add(double by_method, double by_constant, bool same, std::int64_t assignment) {
    for (auto* predictions : {&method, &constant}) {
      predictions->together.push_back(
          static_cast<float>(predictions == &method ? Clamped(by_method) : by_constant));
      predictions->same.push_back(same);
      predictions->assignment.push_back(assignment);
    }
  }
};

void Append(const PairPredictions& from, PairPredictions* to) {
  to->together.insert(to->together.end(), from.together.begin(), from.together.end());
  to->same.insert(to->same.end(), from.same.begin(), from.same.end());
  to->assignment.insert(to->assignment.end(), from.assignment.begin(), from.assignment.end());
}

// The same search with less effort, on one thread: folds run side by side.
PipelineOptions FoldOptions(const PipelineOptions& options, const PipelineResult& found) {
  PipelineOptions fold = options;
  fold.crowd.restarts = 1;
  if (!found.crowd.restart.empty()) fold.crowd.start = found.crowd.start;
  fold.partition_restarts = std::max(1, options.partition_restarts / 2);
  fold.partition.anneal_sweeps = std::max(1, options.partition.anneal_sweeps / 2);
  fold.crowd.crowd.num_threads = 1;
  const bool counts_by_folds = options.method == ClusterMethod::kLinkage ||
                               options.method == ClusterMethod::kSpectral ||
                               options.method == ClusterMethod::kMajority;
  if (counts_by_folds)
    fold.num_clusters = found.clustering.num_clusters - static_cast<int>(found.lone_items.size());
  return fold;
}

bool HoldsPairs(const Answers& answers) {
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    if (answers.RowsOf(p) >= 2) return true;
  }
  return false;
}

// What a fit to the answers kept says of others, and of the first so many workers; K no larger than what they
// can give.
PairPredictor FitPredictor(const Answers& kept, int num_workers, PipelineOptions options,
                           const PipelineCallback& callback, const CheckpointScope& checkpoint) {
  if (options.num_clusters > 0) {
    const auto known = static_cast<int>(SelectKnownItems(kept).item.size());
    options.num_clusters = std::min(options.num_clusters, known);
  }
  return MakePairPredictor(kept, FindClusters(kept, options, callback, checkpoint), num_workers);
}

FoldPredictions PredictFold(const Answers& answers, const std::vector<int>& fold_of, int fold,
                            const PipelineOptions& options, std::int64_t most_pairs,
                            const PipelineCallback& callback, const CheckpointScope& checkpoint) {
  FoldPredictions predictions;
  std::vector<bool> keep;
  for (const int own : fold_of) keep.push_back(own != fold);
  const Answers kept = KeepAssignments(answers, keep);
  if (!HoldsPairs(kept)) return predictions;
  const PairPredictor predictor = FitPredictor(kept, 0, options, callback, checkpoint);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    if (keep[static_cast<std::size_t>(p)]) continue;
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    if (static_cast<std::int64_t>(predictions.method.size()) >= most_pairs) break;
    for (std::size_t a = 0; a < items.size(); ++a) {
      for (std::size_t b = a + 1; b < items.size(); ++b)
        predictions.Add(PredictNewWorker(predictor, items[a], items[b]), predictor.base_rate,
                        groups[a] == groups[b], p);
    }
  }
  return predictions;
}

// Pairs of a row held out and one kept, in every assignment of a worker.
std::vector<std::int64_t> PairsHeldOut(const Answers& answers, const std::vector<bool>& out) {
  std::vector<std::int64_t> pairs(static_cast<std::size_t>(answers.num_workers()));
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto first = out.begin() + answers.first_row[static_cast<std::size_t>(p)];
    const std::int64_t held_out = std::count(first, first + answers.RowsOf(p), true);
    const int worker = answers.worker_of_assignment[static_cast<std::size_t>(p)];
    pairs[static_cast<std::size_t>(worker)] += held_out * (answers.RowsOf(p) - held_out);
  }
  return pairs;
}

// So many workers, from the first, have this many pairs held out.
int WorkersWith(std::int64_t most_pairs, const std::vector<std::int64_t>& pairs_of_worker) {
  std::size_t workers = 0;
  for (std::int64_t pairs = 0; workers < pairs_of_worker.size() && pairs < most_pairs; ++workers)
    pairs += pairs_of_worker[workers];
  return static_cast<int>(workers);
}

FoldPredictions PredictWithin(const Answers& answers, const PipelineOptions& options, std::int64_t most_pairs,
                              const PipelineCallback& callback, const CheckpointScope& checkpoint) {
  FoldPredictions predictions;
  const std::vector<bool> out = HoldOutRows(answers, options.crowd.crowd.seed);
  const Answers kept = KeepRows(answers, out);
  if (!HoldsPairs(kept)) return predictions;
  const int num_workers = WorkersWith(most_pairs, PairsHeldOut(answers, out));
  const PairPredictor predictor = FitPredictor(kept, num_workers, options, callback, checkpoint);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const int worker = answers.worker_of_assignment[static_cast<std::size_t>(p)];
    if (worker >= num_workers) continue;
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    const auto first = static_cast<std::size_t>(answers.first_row[static_cast<std::size_t>(p)]);
    for (std::size_t a = 0; a < items.size(); ++a) {
      for (std::size_t b = 0; b < items.size(); ++b) {
        if (!out[first + a] || out[first + b]) continue;
        predictions.Add(PredictWorker(predictor, worker, items[a], items[b]), predictor.base_rate,
                        groups[a] == groups[b], p);
      }
    }
  }
  return predictions;
}

// Each fold's predictions scaled by what fits the other folds; `all` are the folds' in order.
void ScaleFolds(const std::vector<FoldPredictions>& folds, PairPredictions* all) {
  std::size_t first = 0;
  std::vector<float> scaled = all->together;
  for (const FoldPredictions& fold : folds) {
    std::vector<bool> skip(all->size());
    std::fill_n(skip.begin() + static_cast<std::ptrdiff_t>(first), fold.method.size(), true);
    const LogOddsScaling scaling = FitScaling(*all, skip);
    for (std::size_t i = first; i < first + fold.method.size(); ++i)
      scaled[i] = static_cast<float>(Scaled(scaling, all->together[i]));
    first += fold.method.size();
  }
  all->together = std::move(scaled);
}

Eigen::VectorXd NatsOfWorkers(const Answers& answers, const PairPredictions& predictions) {
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(answers.num_workers()), pairs = sum;
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    const int worker = answers.worker_of_assignment[static_cast<std::size_t>(predictions.assignment[i])];
    const double together = predictions.together[i];
    sum[worker] += std::log(predictions.same[i] ? together : 1 - together);
    ++pairs[worker];
  }
  return sum.cwiseQuotient(pairs);
}

}  // namespace

int FitsOf(const HeldOutOptions& held_out) {
  if (held_out.folds < 2) return 0;
  return 1 + (held_out.fitted > 0 ? std::min(held_out.fitted, held_out.folds) : held_out.folds);
}

HeldOut ScoreHeldOut(const Answers& answers, const PipelineOptions& options, const PipelineResult& found,
                     const HeldOutOptions& held_out, const PipelineCallback& callback,
                     const CheckpointScope& checkpoint) {
  HeldOut scores;
  scores.folds = static_cast<int>(std::min<std::int64_t>(held_out.folds, answers.num_assignments()));
  if (scores.folds < 2) scores.folds = 0;
  const PipelineOptions fold_options = FoldOptions(options, found);
  const std::vector<int> fold_of =
      scores.folds > 0 ? DealFolds(answers.num_assignments(), scores.folds, options.crowd.crowd.seed)
                       : std::vector<int>(static_cast<std::size_t>(answers.num_assignments()));
  const int dealt = scores.folds;
  if (held_out.fitted > 0) scores.folds = std::min(scores.folds, held_out.fitted);
  std::vector<FoldPredictions> folds(static_cast<std::size_t>(scores.folds));
  FoldPredictions within;
  std::atomic<bool> stopped = false;
  std::mutex mutex;
  std::vector<double> share(static_cast<std::size_t>(scores.folds) + 1);
  ParallelFor(options.crowd.crowd.num_threads, scores.folds + 1, [&](std::int64_t fold) {
    const auto report = [&](const PipelineProgress& inner) {
      PipelineProgress now{
          .stage = "held-out answers", .part = static_cast<int>(fold), .parts = scores.folds + 1};
      {
        const std::lock_guard lock(mutex);
        share[static_cast<std::size_t>(fold)] = inner.share;
        for (const double one : share) now.share += one / static_cast<double>(share.size());
      }
      if (callback && !callback(now)) stopped = true;
      return !stopped;
    };
    if (stopped) return;
    const CheckpointScope own =
        checkpoint.Under("fold " + std::to_string(fold == scores.folds ? dealt : fold));
    if (fold < scores.folds) {
      folds[static_cast<std::size_t>(fold)] = PredictFold(answers, fold_of, static_cast<int>(fold),
                                                          fold_options, held_out.most_pairs, report, own);
    } else {
      within = PredictWithin(answers, fold_options, held_out.most_pairs, report, own);
    }
    const std::lock_guard lock(mutex);
    share[static_cast<std::size_t>(fold)] = 1;
  });
  scores.stopped = stopped;
  PairPredictions all, constant;
  for (const FoldPredictions& fold : folds) {
    Append(fold.method, &all);
    Append(fold.constant, &constant);
  }
  scores.scaling = FitScaling(all, std::vector<bool>(all.size()));
  if (folds.size() != 1) ScaleFolds(folds, &all);
  scores.whole = {ScorePairs(all), ScorePairs(constant)};
  scores.within = {ScorePairs(within.method), ScorePairs(within.constant)};
  scores.calibration = Calibrate(all, options.crowd.crowd.seed);
  scores.nats_of_worker = NatsOfWorkers(answers, all);
  return scores;
}

}  // namespace crowdclust
