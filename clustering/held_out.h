// How well a method predicts answers that it has not seen: the yardstick without a truth.
#pragma once

#include <Eigen/Core>
#include <cstdint>

#include "clustering/calibration.h"
#include "clustering/pipeline.h"

namespace crowdclust {

// One way to hold out, for the method and for a constant (the share together among the answers kept).
struct HeldOutScore {
  PairScore method;
  PairScore constant;
};

struct HeldOut {
  int folds = 0;       // fitted; 0: fewer than two assignments, nothing to hold out
  HeldOutScore whole;  // (a) whole assignments, predicted for a new worker
  HeldOutScore
      within;  // (b) a fifth of each assignment's items: their pairs with the rest, by that worker's own
  Calibration calibration;         // of (a), folds pooled
  LogOddsScaling scaling;          // of (a), over all folds: what a prediction for a new worker is scaled by
  Eigen::VectorXd nats_of_worker;  // J: (a) over the worker's own pairs; NaN without
  bool stopped = false;
};

struct HeldOutOptions {
  int folds = 5;   // at least 2; fewer where there are fewer assignments
  int fitted = 0;  // of the folds, the first so many; 0: all
  // Pairs held out in a fold, about: beyond, assignments are passed over; within assignments (b), workers.
  std::int64_t most_pairs = 1'000'000;
};

// Fits that it takes: of the folds, and of the one with a fifth of the items held out. 0 where folds are
// below 2.
int FitsOf(const HeldOutOptions& held_out);

// `found` is what the options gave on all answers: the folds begin alike (its start of the crowd model, its K
// where the method chooses K by held-out likelihood) but search with less effort: one restart, half of the
// partition searches with half the sweeps. Predictions of (a) are scaled by a FitScaling to the other folds.
// About as long as FindClusters times (folds + 1) / 3. With one fold fitted its predictions cannot be scaled
// by another's, and are not.
HeldOut ScoreHeldOut(const Answers& answers, const PipelineOptions& options, const PipelineResult& found,
                     const HeldOutOptions& held_out, const PipelineCallback& callback = {},
                     const CheckpointScope& checkpoint = {});

}  // namespace crowdclust
