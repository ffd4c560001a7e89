// Companions by the tile: gathered, scored and summed. Like kernel_lanes.h only for the sources of the
// kernels.
#pragma once

#include <cstdint>

#include "clustering/crowd/crowd_kernels.h"
#include "clustering/crowd/kernel_lanes.h"
#include "clustering/crowd/kernel_matrices.h"

// Each source of the kernels has its own of all this.
// NOLINTBEGIN(misc-definitions-in-headers)
namespace crowdclust {
namespace {

constexpr int Padded(int dimensions) { return (dimensions + 3) / 4 * 4; }

// Companions are taken this many at a time.
constexpr int kTile = 64;
// Up to kTile companions, as arrays; what stands between `count` and `lanes` is 0 and adds nothing.
template <int kD>
struct Tile {
  static constexpr int kRoom = Sizes<kD>::kRoom;
  int lanes = 0;                                // the count rounded up to whole vectors
  alignas(64) double value[2 * kRoom * kTile];  // D' rows of means, then D' of variances
  alignas(64) double half_label[kTile];
  alignas(64) double curvature[kTile + kLanes];  // c; before it E[A^2]
  alignas(64) double force[kTile];               // of the linear terms
};

template <int kD>
CROWDCLUST_INLINE void Gather(const Companions& companions, int from, int any, Tile<kD>* tile) {
  const int dims = kD > 0 ? kD : any;
  const int left = companions.count - from;
  const int count = left < kTile ? left : kTile;
  tile->lanes = (count + kLanes - 1) / kLanes * kLanes;
  const int* item = companions.item + from;
  for (int at = 0; at < tile->lanes; at += kLanes) {
    const double* row[kLanes];
    for (int k = 0; k < kLanes; ++k) {
      row[k] = companions.item_row + static_cast<std::int64_t>(item[at + k]) * (2 * dims);
    }
    for (int part = 0; part < 2 * dims; part += kLanes) {
      Lanes values[kLanes];
      for (int k = 0; k < kLanes; ++k) values[k] = Load(row[k] + part);
      Transpose(values);
      for (int k = 0; k < kLanes; ++k) Store(values[k], tile->value + (part + k) * kTile + at);
    }
    Store(Load(companions.half_label + from + at), tile->half_label + at);
  }
}

// E[x_a' W x_b] and E[A^2] of the companions from `at` on.
struct Score {
  Lanes product, square;
};

template <int kD>
CROWDCLUST_INLINE Score ScoreOf(const WorkerView& worker, const double* __restrict seen,
                                const double* __restrict pull, const Tile<kD>& tile, int at, int any) {
  Lanes product = {}, square = {};
  if constexpr (kD > 0) {
    Unroll<0, kD>([&](auto d) {
      constexpr int kRow = decltype(d)::value;
      const Lanes mean = Load(tile.value + kRow * kTile + at);
      Lanes row = (0.5 * seen[kRow * kD + kRow]) * mean;
      Unroll<kRow + 1, kD>([&](auto e) {
        constexpr int kColumn = decltype(e)::value;
        row += seen[kRow * kD + kColumn] * Load(tile.value + kColumn * kTile + at);
      });
      product += pull[kRow] * mean;
      square += mean * (2 * row);
      square += seen[kRow * kD + kRow] * Load(tile.value + (kD + kRow) * kTile + at);
    });
  } else {
    for (int d = 0; d < any; ++d) {
      const Lanes mean = Load(tile.value + d * kTile + at);
      Lanes row = (0.5 * seen[d * any + d]) * mean;
      for (int e = d + 1; e < any; ++e) row += seen[d * any + e] * Load(tile.value + e * kTile + at);
      product += pull[d] * mean;
      square += mean * (2 * row);
      square += seen[d * any + d] * Load(tile.value + (any + d) * kTile + at);
    }
  }
  square += (2 * worker.bias_mean) * product + worker.bias_second;
  return {product, square > 0.0 ? square : Lanes{}};
}

// Rows kFirst..kLast-1 of the sums that SumTile takes: their accumulators stay in registers.
template <int kD, int kFirst, int kLast, bool kWithThird>
CROWDCLUST_INLINE void SumRows(const Tile<kD>& tile, Lanes* sums) {
  constexpr int kBefore = kFirst * (kFirst + 1) / 2, kPacked = kD * (kD + 1) / 2;
  constexpr int kRows = kLast - kFirst;
  Lanes row[kLast * (kLast + 1) / 2 - kBefore], forced[kRows], curved[kRows];
  for (Lanes& sum : row) sum = Lanes{};
  for (Lanes& sum : forced) sum = Lanes{};
  for (Lanes& sum : curved) sum = Lanes{};
  for (int at = 0; at < tile.lanes; at += kLanes) {
    const Lanes c = Load(tile.curvature + at), force = Load(tile.force + at);
    Unroll<kFirst, kLast>([&](auto d) {
      constexpr int kRow = decltype(d)::value, kStart = kRow * (kRow + 1) / 2 - kBefore;
      const Lanes mean = Load(tile.value + kRow * kTile + at);
      const Lanes scaled = c * mean;
      Unroll<0, kRow>([&](auto e) {
        constexpr int kColumn = decltype(e)::value;
        row[kStart + kColumn] += scaled * Load(tile.value + kColumn * kTile + at);
      });
      row[kStart + kRow] += scaled * mean + c * Load(tile.value + (kD + kRow) * kTile + at);
      forced[kRow - kFirst] += force * mean;
      if constexpr (kWithThird) curved[kRow - kFirst] += scaled;
    });
  }
  for (int k = 0; k < kLast * (kLast + 1) / 2 - kBefore; ++k) sums[kBefore + k] = row[k];
  for (int k = 0; k < kRows; ++k) {
    sums[kPacked + kFirst + k] = forced[k];
    if constexpr (kWithThird) sums[kPacked + kD + kFirst + k] = curved[k];
  }
}

// The same for any D'.
template <bool kWithThird>
void SumAnyRows(const Tile<0>& tile, int dims, Lanes* sums) {
  const int packed = dims * (dims + 1) / 2;
  for (int k = 0; k < packed + 2 * dims; ++k) sums[k] = Lanes{};
  for (int at = 0; at < tile.lanes; at += kLanes) {
    const Lanes c = Load(tile.curvature + at), force = Load(tile.force + at);
    Lanes* to = sums;
    for (int d = 0; d < dims; ++d) {
      const Lanes mean = Load(tile.value + d * kTile + at);
      const Lanes scaled = c * mean;
      for (int e = 0; e < d; ++e) *to++ += scaled * Load(tile.value + e * kTile + at);
      *to++ += scaled * mean + c * Load(tile.value + (dims + d) * kTile + at);
      sums[packed + d] += force * mean;
      if constexpr (kWithThird) sums[packed + dims + d] += scaled;
    }
  }
}

// Sums over the tile, one after the other: c E[x_b x_b'] (packed), force_b E[x_b] (D') and, where asked for,
// c E[x_b] (D'). Sets `sum`, or adds to it.
template <int kD, bool kWithThird>
CROWDCLUST_INLINE void SumTile(const Tile<kD>& tile, int any, bool set, double* __restrict sum) {
  const int dims = kD > 0 ? kD : any;
  constexpr int kRoom = Sizes<kD>::kRoom;
  Lanes sums[kRoom * (kRoom + 1) / 2 + 2 * kRoom + kLanes];
  if constexpr (kD == 4) {
    SumRows<4, 0, 4, kWithThird>(tile, sums);
  } else if constexpr (kD == 8) {
    SumRows<8, 0, 4, kWithThird>(tile, sums);
    SumRows<8, 4, 6, kWithThird>(tile, sums);
    SumRows<8, 6, 8, kWithThird>(tile, sums);
  } else {
    SumAnyRows<kWithThird>(tile, dims, sums);
  }
  const int all = dims * (dims + 1) / 2 + (kWithThird ? 2 : 1) * dims;
  for (int k = all; k < all + kLanes - 1; ++k) sums[k] = Lanes{};
  int k = 0;
  for (; k + kLanes <= all; k += kLanes) {
    const Lanes before = set ? Lanes{} : Load(sum + k);
    Store(before + SumsOfLanes(sums + k), sum + k);
  }
  const Lanes rest = SumsOfLanes(sums + k);
  for (int i = 0; k + i < all; ++i) sum[k + i] = (set ? 0.0 : sum[k + i]) + rest[i];
}

}  // namespace
}  // namespace crowdclust
// NOLINTEND(misc-definitions-in-headers)
