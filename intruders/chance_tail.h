// Whether right answers are more than answers without looking would give.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

// Distribution of a sum of independent whole numbers from 0 on; see Convolve.
class CountDistribution {
 public:
  // Adds an independent number with these chances of 0, 1, …; they sum to 1. What lies so far in the tails
  // that all of it together has a chance below 1e-30 is left out. O(values * spread).
  void Add(std::span<const double> chances);

  // P(sum >= count).
  double AtLeast(std::int64_t count) const;
  // P(sum <= count).
  double AtMost(std::int64_t count) const;

 private:
  std::int64_t lowest_ = 0;            // of the values kept
  std::vector<double> chances_ = {1};  // from lowest_ on
};

// Chances of 0..n right of n independent answers, each right with chance p, 0 < p < 1.
std::vector<double> BinomialChances(std::int64_t n, double p);

// P(X >= right) where answers are independent: so many of each chance. Exact: a binomial tail where all have
// one chance, else of the sum of binomials. 1 for no answers.
double ChanceTail(const std::map<double, std::int64_t>& answers_of_chance, std::int64_t right);

// P(X >= right) where the answers are as they are, and the intruder of every HIT is equally likely any of its
// choices: valid however workers' answers to a HIT hang together. `rows` are indices into the answers; exact.
double ShuffledTail(const IntruderPlan& plan, const IntruderAnswers& answers, std::span<const int> rows);

// Holm's step-down correction (Scand. J. Statist. 1979): p-values that may be compared with one level for all
// together, in the order given.
std::vector<double> HolmCorrected(std::span<const double> p_values);

}  // namespace crowdclust
