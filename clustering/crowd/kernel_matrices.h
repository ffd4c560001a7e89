// Small square matrices of a worker's view: how a worker sees one item, and a sum over items. Like
// kernel_lanes.h only for the sources of the kernels.
#pragma once

#include "clustering/crowd/crowd_kernels.h"
#include "clustering/crowd/kernel_lanes.h"

namespace crowdclust {
namespace {

using HalfLanes = double __attribute__((vector_size((kLanes == 2 ? 2 : kLanes / 2) * sizeof(double))));

template <bool kWhole>
struct PartOf {
  using Type = Lanes;
};
template <>
struct PartOf<false> {
  using Type = HalfLanes;
};

// What matrices of D' x D' need; kD is D' where the compiler knows it, else 0 and `any` is D'. Rows are
// handled in parts that D' is a multiple of.
template <int kD>
struct Sizes {
  static constexpr int kRoom = kD > 0 ? kD : kMaxDimensions;
  using Part = typename PartOf<kLanes != 8 || kD == 8>::Type;
  static constexpr int kPart = sizeof(Part) / sizeof(double);
};

template <int kD>
CROWDCLUST_INLINE auto Part(const double* from) {
  typename Sizes<kD>::Part part;
  __builtin_memcpy(&part, from, sizeof part);
  return part;
}

template <int kD>
CROWDCLUST_INLINE void Put(typename Sizes<kD>::Part part, double* to) {
  __builtin_memcpy(to, &part, sizeof part);
}

// How a worker sees an item: G = E[W x x' W] and u = E[W] E[x]. With W = E[W], S the variances of its
// entries:
//   G = W diag(v) W + u u' + R(m m' + diag(v)),  R(X)_de = S_de X_de off the diagonal, R(X)_dd = sum S_dk
//   X_kk
template <int kD>
CROWDCLUST_INLINE void SeeItem(const WorkerView& worker, const double* item, int any, double* __restrict seen,
                               double* __restrict pull) {
  constexpr int kPart = Sizes<kD>::kPart;
  using PartOfRow = typename Sizes<kD>::Part;
  const int dims = kD > 0 ? kD : any;
  const double* __restrict mean = item;
  const double* __restrict variance = item + dims;
  alignas(64) double on_diagonal[Sizes<kD>::kRoom], scaled[Sizes<kD>::kRoom * Sizes<kD>::kRoom];
  for (int e = 0; e < dims; e += kPart) {
    PartOfRow pulled = {}, diagonal = {};
    for (int k = 0; k < dims; ++k) {
      const PartOfRow weight = Part<kD>(worker.weight + k * dims + e);
      pulled += mean[k] * weight;
      diagonal += (mean[k] * mean[k] + variance[k]) * Part<kD>(worker.spread + k * dims + e);
      Put<kD>(variance[k] * weight, scaled + k * dims + e);
    }
    Put<kD>(pulled, pull + e);
    Put<kD>(diagonal, on_diagonal + e);
  }
  for (int d = 0; d < dims; ++d) {
    for (int e = 0; e < dims; e += kPart) {
      PartOfRow row = mean[d] * Part<kD>(mean + e) * Part<kD>(worker.spread + d * dims + e);
      row += pull[d] * Part<kD>(pull + e);
      for (int k = 0; k < dims; ++k) row += worker.weight[d * dims + k] * Part<kD>(scaled + k * dims + e);
      Put<kD>(row, seen + d * dims + e);
    }
  }
  for (int d = 0; d < dims; ++d)
    seen[d * dims + d] += on_diagonal[d] - worker.spread[d * dims + d] * (mean[d] * mean[d]);
}

// Adds E[W Z W] = W Z W + R(Z) for a symmetric Z (D' x D') to `sum`: the worker's view is linear in what is
// seen, so that a sum over items is seen once.
template <int kD>
CROWDCLUST_INLINE void AddSeen(const WorkerView& worker, const double* __restrict z, int any,
                               double* __restrict sum) {
  constexpr int kPart = Sizes<kD>::kPart;
  using PartOfRow = typename Sizes<kD>::Part;
  const int dims = kD > 0 ? kD : any;
  alignas(64) double on_diagonal[Sizes<kD>::kRoom], product[Sizes<kD>::kRoom * Sizes<kD>::kRoom];
  for (int e = 0; e < dims; e += kPart) {
    PartOfRow diagonal = {};
    for (int k = 0; k < dims; ++k) diagonal += z[k * dims + k] * Part<kD>(worker.spread + k * dims + e);
    Put<kD>(diagonal, on_diagonal + e);
    for (int d = 0; d < dims; ++d) {
      PartOfRow row = {};
      for (int k = 0; k < dims; ++k) row += z[d * dims + k] * Part<kD>(worker.weight + k * dims + e);
      Put<kD>(row, product + d * dims + e);
    }
  }
  for (int d = 0; d < dims; ++d) {
    for (int e = 0; e < dims; e += kPart) {
      PartOfRow row = Part<kD>(sum + d * dims + e);
      row += Part<kD>(worker.spread + d * dims + e) * Part<kD>(z + d * dims + e);
      for (int k = 0; k < dims; ++k) row += worker.weight[d * dims + k] * Part<kD>(product + k * dims + e);
      Put<kD>(row, sum + d * dims + e);
    }
  }
  for (int d = 0; d < dims; ++d)
    sum[d * dims + d] += on_diagonal[d] - worker.spread[d * dims + d] * z[d * dims + d];
}

}  // namespace
}  // namespace crowdclust
