// Log densities of a few items at a time, written for vector units.
#pragma once

#include "clustering/mixture/component_factor.h"

namespace crowdclust {

inline constexpr int kTileItems = 128;

// Sets log_density[i] = density at item i (M13) for the kTileItems items of a tile. `positions` is D x
// kTileItems, the items of one dimension side by side; `centred` is room for as much.
void TileLogDensity(const ExpectedDensity& density, const double* positions, double* centred,
                    double* log_density);

}  // namespace crowdclust
