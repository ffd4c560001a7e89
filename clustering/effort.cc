#include "clustering/effort.h"

namespace crowdclust {

Effort EffortFor(const StudySize& size) {
  if (size.pairs <= 3'000'000) return {};
  if (size.pairs <= 15'000'000) {
    return {.whole = false,
            .restarts = 2,
            .pooled_sweeps = 40,
            .free_sweeps = 40,
            .max_sweeps = 80,
            .partition_restarts = 5,
            .partition_sweeps = 80,
            .fitted_folds = 2,
            .bootstraps = 4};
  }
  return {.whole = false,
          .restarts = 1,
          .pooled_sweeps = 30,
          .free_sweeps = 30,
          .max_sweeps = 50,
          .partition_restarts = 2,
          .partition_sweeps = 60,
          .fitted_folds = 1,
          .bootstraps = 2};
}

}  // namespace crowdclust
