// Do predicted chances come true?
#pragma once

#include <cstdint>
#include <vector>

namespace crowdclust {

// Predictions of pair labels, in flat arrays.
struct PairPredictions {
  std::vector<float> together;           // predicted chance, in (0, 1)
  std::vector<bool> same;                // what was said
  std::vector<std::int64_t> assignment;  // whose answer it is

  std::size_t size() const { return together.size(); }
};

// Ten bins of equal count by predicted chance.
struct CalibrationBin {
  std::int64_t pairs = 0;
  double predicted = 0;  // mean
  double observed = 0;   // share together
};
struct Calibration {
  std::vector<CalibrationBin> bins;  // by rising prediction; none without predictions
  double error = 0;           // mean over the bins of |predicted - observed|, weighed by pairs; NaN without
  double standard_error = 0;  // of that error: bootstrap over assignments; NaN for fewer than two
};

// O(P log P) and 200 bootstrap samples over assignments, drawn from the seed.
Calibration Calibrate(const PairPredictions& predictions, std::uint64_t seed);

// log odds of a chance made scale times as large and moved by shift: what best turns predictions into what
// was said, by logistic regression (Platt, 1999), each assignment of P pairs counting as much as its items.
struct LogOddsScaling {
  double scale = 1;
  double shift = 0;
};
// Leaves out the predictions whose `skip` is true (all sizes P). Both coefficients have a unit Gaussian prior
// about (1, 0), so that they exist for any data.
LogOddsScaling FitScaling(const PairPredictions& predictions, const std::vector<bool>& skip);
double Scaled(const LogOddsScaling& scaling, double together);

// Mean log-likelihood of what was said, and its standard error by assignment (ratio estimator).
struct PairScore {
  std::int64_t pairs = 0;
  double nats = 0;            // a pair; NaN without pairs
  double standard_error = 0;  // NaN with fewer than two assignments
};
PairScore ScorePairs(const PairPredictions& predictions);

}  // namespace crowdclust
