#include "clustering/mixture/mixture_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "clustering/mixture/item_sweep.h"
#include "clustering/mixture/moves.h"
#include "clustering/mixture/stick_factor.h"

namespace crowdclust {
namespace {

double LeastGain(const MixtureItems& items, double bound) {
  return items.options.tolerance * std::abs(bound);
}

void Record(const MixtureRun& run, MixtureStep step, SearchRecord* record) {
  record->steps.push_back(step);
  record->bound_of_step.push_back(run.bound());
  const int num_components = static_cast<int>(run.components.size());
  record->stopped = record->progress && !record->progress(num_components, run.bound());
}

Eigen::MatrixXd Responsibilities(const MixtureItems& items, const MixtureRun& run) {
  Eigen::MatrixXd responsibility;
  SweepItems(items.positions, {}, run.components, items.options.num_threads, &responsibility);
  return responsibility;
}

// Keeps the first of the best candidates that gains when run to convergence; false without one.
bool TakeFirst(const MixtureItems& items, const std::vector<MixtureMove>& moves, MixtureStep step,
               bool give_up, MixtureRun* run, SearchRecord* record) {
  const auto most = std::min(moves.size(), static_cast<std::size_t>(items.options.tries_per_move));
  for (std::size_t m = 0; m < most; ++m) {
    const double aim =
        give_up ? run->bound() + LeastGain(items, run->bound()) : -std::numeric_limits<double>::infinity();
    MixtureRun candidate = RunToConvergence(items, ApplyMoves(run->moments, {moves[m]}), aim);
    if (candidate.bound() - run->bound() <= LeastGain(items, candidate.bound())) continue;
    *run = std::move(candidate);
    Record(*run, step, record);
    return true;
  }
  return false;
}

double SticksOf(double concentration, const std::vector<WeightedMoments>& moments) {
  Eigen::VectorXd weight(static_cast<Eigen::Index>(moments.size()));
  for (std::size_t k = 0; k < moments.size(); ++k) weight[static_cast<Eigen::Index>(k)] = moments[k].weight;
  std::sort(weight.begin(), weight.end(), std::greater<>());
  return StickEvidence(concentration, weight);
}

// Of moves whose promise is their whole gain but for the sticks, in their order: those that gain more than
// the tolerance on top of those before them and leave no component to two of them.
std::vector<MixtureMove> GainingTogether(const MixtureItems& items, const MixtureRun& run,
                                         const std::vector<MixtureMove>& moves) {
  std::vector<MixtureMove> together;
  std::vector<bool> taken(run.moments.size(), false);
  double sticks = SticksOf(items.prior.concentration, run.moments);
  auto room = items.options.max_components - static_cast<int>(run.moments.size());
  for (const MixtureMove& move : moves) {
    const auto is_taken = [&](int k) { return taken[static_cast<std::size_t>(k)]; };
    if (move.promise <= 0 || std::ranges::any_of(move.leaving, is_taken)) continue;
    const int grows = static_cast<int>(move.arriving.size()) - static_cast<int>(move.leaving.size());
    if (grows > room) continue;
    together.push_back(move);
    const double sticks_after = SticksOf(items.prior.concentration, ApplyMoves(run.moments, together));
    if (move.promise + sticks_after - sticks <= LeastGain(items, run.bound())) {
      together.pop_back();
      continue;
    }
    sticks = sticks_after;
    room -= grows;
    for (const int k : move.leaving) taken[static_cast<std::size_t>(k)] = true;
  }
  return together;
}

bool TakeTogether(const MixtureItems& items, const std::vector<MixtureMove>& moves, MixtureStep step,
                  MixtureRun* run, SearchRecord* record) {
  const std::vector<MixtureMove> together = GainingTogether(items, *run, moves);
  if (together.empty()) return false;
  *run = RunToConvergence(items, ApplyMoves(run->moments, together));
  Record(*run, step, record);
  return true;
}

// The best merges by promise, their promise made whole by the entropy that they lose.
std::vector<MixtureMove> WeighedMerges(const MixtureItems& items, const MixtureRun& run,
                                       const Eigen::MatrixXd& responsibility) {
  std::vector<MixtureMove> merges =
      ProposeMerges(items.prior, run.moments, static_cast<int>(run.moments.size()));
  for (MixtureMove& merge : merges)
    merge.promise -=
        EntropyBetween(responsibility.col(merge.leaving[0]), responsibility.col(merge.leaving[1]));
  std::ranges::stable_sort(merges, std::greater<>(), &MixtureMove::promise);
  return merges;
}

}  // namespace

MixtureRun SearchByOne(const MixtureItems& items, MixtureRun run, bool give_up, SearchRecord* record) {
  const MixtureOptions& options = items.options;
  for (bool moved = true; moved && !record->stopped;) {
    moved = false;
    if (static_cast<int>(run.components.size()) < options.max_components) {
      const auto splits = ProposeSplits(items.positions, items.prior, Responsibilities(items, run),
                                        options.local_sweeps, options.tries_per_move, options.num_threads);
      moved = TakeFirst(items, splits, MixtureStep::kSplit, give_up, &run, record);
    }
    if (!moved) {
      const auto merges = ProposeMerges(items.prior, run.moments, options.tries_per_move);
      moved = TakeFirst(items, merges, MixtureStep::kMerge, give_up, &run, record);
    }
  }
  return run;
}

MixtureRun SearchByMany(const MixtureItems& items, MixtureRun run, SearchRecord* record) {
  const MixtureOptions& options = items.options;
  for (bool moved = true; moved && !record->stopped;) {
    const Eigen::MatrixXd responsibility = Responsibilities(items, run);
    const auto splits = ProposeSplits(items.positions, items.prior, responsibility, options.local_sweeps,
                                      options.max_components, options.num_threads);
    const auto merges = WeighedMerges(items, run, responsibility);
    const bool room = static_cast<int>(run.components.size()) < options.max_components;
    moved = TakeTogether(items, splits, MixtureStep::kSplit, &run, record) ||
            TakeTogether(items, merges, MixtureStep::kMerge, &run, record) ||
            (room && TakeFirst(items, splits, MixtureStep::kSplit, true, &run, record)) ||
            TakeFirst(items, merges, MixtureStep::kMerge, true, &run, record);
  }
  return run;
}

}  // namespace crowdclust
