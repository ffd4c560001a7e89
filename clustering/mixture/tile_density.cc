#include "clustering/mixture/tile_density.h"

namespace crowdclust {

void TileLogDensity(const ExpectedDensity& density, const double* positions, double* centred,
                    double* log_density) {
  constexpr int kLanes = 8;  // partial sums that stay in registers
  const auto dimensions = static_cast<int>(density.mean.size());
  for (int d = 0; d < dimensions; ++d) {
    const double mean = density.mean[d];
    for (int i = 0; i < kTileItems; ++i) centred[d * kTileItems + i] = positions[d * kTileItems + i] - mean;
  }
  for (int from = 0; from < kTileItems; from += kLanes) {
    double square[kLanes] = {};
    for (int row = 0; row < dimensions; ++row) {
      double whitened[kLanes] = {};
      for (int d = 0; d <= row; ++d) {
        const double factor = density.whitening(row, d);
        const double* x = centred + d * kTileItems + from;
        for (int lane = 0; lane < kLanes; ++lane) whitened[lane] += factor * x[lane];
      }
      for (int lane = 0; lane < kLanes; ++lane) square[lane] += whitened[lane] * whitened[lane];
    }
    for (int lane = 0; lane < kLanes; ++lane) log_density[from + lane] = density.constant - square[lane];
  }
}

}  // namespace crowdclust
