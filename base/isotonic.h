// The nearest values that never fall.
#pragma once

#include <span>
#include <vector>

namespace crowdclust {

struct IsotonicFit {
  std::vector<double> value;  // of each place: never below that of the place before
  std::vector<int> block;     // 0, 1, …: places of one block have one value, their weighted mean
};

// Least weighted squares among sequences that never fall, by pooling adjacent violators (Barlow, Bartholomew,
// Bremner and Brunk, "Statistical inference under order restrictions", 1972). As many weights as values, each
// above 0. O(values).
IsotonicFit FitIsotonic(std::span<const double> values, std::span<const double> weights);

}  // namespace crowdclust
