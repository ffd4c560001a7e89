#include "clustering/crowd/pair_kernels.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "clustering/crowd/crowd_layout.h"
#include "clustering/crowd/target_clones.h"

namespace crowdclust {
namespace {

// exp(-t) for t >= 0 by 2^k exp(r), |r| <= log(2) / 2, and the Taylor series of exp(r) to r^12; written so
// that compilers turn a loop over it into vector code. Relative error below 1e-15 for t <= 700, 0 in effect
// above.
CROWDCLUST_INLINE double ExpOfMinus(double t) {
  constexpr double kRound = 0x1.8p52;  // adding it rounds to a whole number, kept in the low bits
  constexpr double kLogOf2High = 0x1.62e42fefa39efp-1;
  constexpr double kLogOf2Low = 0x1.abc9e3b39803fp-56;
  const double x = -(t < 700 ? t : 700);
  const double rounded = x * 0x1.71547652b82fep0 + kRound;
  const double k = rounded - kRound;
  const double r = (x - k * kLogOf2High) - k * kLogOf2Low;
  double sum = 1.0 / 479001600;
  sum = sum * r + 1.0 / 39916800;
  sum = sum * r + 1.0 / 3628800;
  sum = sum * r + 1.0 / 362880;
  sum = sum * r + 1.0 / 40320;
  sum = sum * r + 1.0 / 5040;
  sum = sum * r + 1.0 / 720;
  sum = sum * r + 1.0 / 120;
  sum = sum * r + 1.0 / 24;
  sum = sum * r + 1.0 / 6;
  sum = sum * r + 0.5;
  sum = sum * r + 1;
  sum = sum * r + 1;
  const std::uint64_t exponent = (std::bit_cast<std::uint64_t>(rounded) + 1023) << 52;
  return sum * std::bit_cast<double>(exponent);
}

// c(t) from t and exp(-t); by its series where the quotient would lose digits.
CROWDCLUST_INLINE double Curvature(double t, double exp_of_minus_t) {
  const double square = t * t;
  const double series =
      0.125 -
      square * (1.0 / 96 - square * (1.0 / 960 - square * (17.0 / 161280 - square * (31.0 / 2903040))));
  const double quotient = (1 - exp_of_minus_t) / (4 * t * (1 + exp_of_minus_t));
  return t < 0.05 ? series : quotient;
}

CROWDCLUST_INLINE void AddScaled(double x, const double* __restrict values, int from, int to,
                                 double* __restrict sum) {
  for (int b = from; b < to; ++b) sum[b] += x * values[b];
}

CROWDCLUST_INLINE double Dot(const double* __restrict u, const double* __restrict v, int from, int to) {
  double sum = 0;
#pragma omp simd reduction(+ : sum)
  for (int b = from; b < to; ++b) sum += u[b] * v[b];
  return sum;
}

CROWDCLUST_INLINE const double* Row(const double* values, int row, int stride) {
  return values + static_cast<std::ptrdiff_t>(row) * stride;
}

// For companions from..to-1 of an item: product = E[x_a' W x_b] and square = E[A^2] without its product term.
CROWDCLUST_INLINE void Expect(const PairView& pairs, const ItemView& item, int from, int to, double* square,
                              double* product) {
  for (int b = from; b < to; ++b) {
    square[b] = pairs.bias_second;
    product[b] = 0;
  }
  for (int d = 0; d < pairs.dimensions; ++d) {
    AddScaled(item.mean[d], Row(pairs.pull, d, pairs.stride), from, to, product);
  }
  for (int i = 0; i < pairs.packed; ++i) {
    AddScaled(item.second_moment[i], Row(pairs.second_moment, i, pairs.stride), from, to, square);
  }
}

// The sum of log(values[b]) as the log of products; every value in 1..2.
CROWDCLUST_INLINE double SumOfLogs(const double* values, int from, int to) {
  double sum = 0;
  while (from < to) {
    double product = 1;
    for (const int end = std::min(to, from + 512); from < end; ++from) product *= values[from];
    sum += std::log(product);
  }
  return sum;
}

}  // namespace

double BoundCurvature(double t_squared) {
  const double t = std::sqrt(std::max(t_squared, 0.0));
  return Curvature(t, ExpOfMinus(t));
}

// The two kernels for assignments of kStride slots, or of any number where kStride is 0. With a number known
// to the compiler the loops over companions unroll into a few vectors each.
namespace {

template <int kStride>
CROWDCLUST_INLINE void ItemSums(const PairView& pairs, const ItemView& item, double* precision,
                                double* linear, double* scratch) {
  const int stride = kStride > 0 ? kStride : pairs.stride;
  double* __restrict curvature = scratch;       // E[A^2], then c
  double* __restrict force = scratch + stride;  // E[x_a' W x_b], then l / 2 - 2 c tau
  Expect(pairs, item, 0, stride, curvature, force);
  const int group = pairs.group[item.position];
  const double bias = pairs.bias_mean;
  for (int b = 0; b < stride; ++b) {
    const double square = curvature[b] + 2 * bias * force[b];
    const double t = std::sqrt(square > 0 ? square : 0);
    const double c = Curvature(t, ExpOfMinus(t));
    curvature[b] = c;
    force[b] = (pairs.group[b] == group ? 0.5 : -0.5) - 2 * bias * c;
  }
  curvature[item.position] = 0;
  force[item.position] = 0;
  for (int i = 0; i < pairs.packed; ++i) {
    precision[i] += Dot(curvature, Row(pairs.second_moment, i, stride), 0, stride);
  }
  for (int d = 0; d < pairs.dimensions; ++d) linear[d] += Dot(force, Row(pairs.pull, d, stride), 0, stride);
}

// Companions up to `a` and padding are passed over by a weight of 0, so that loops begin at whole vectors.
template <int kStride>
CROWDCLUST_INLINE void WorkerSumsOf(const PairView& pairs, int size, const ItemMoments& items,
                                    double* scratch, WorkerSums* sums) {
  const int stride = kStride > 0 ? kStride : pairs.stride;
  const int packed = pairs.packed;
  const int dimensions = pairs.dimensions;
  double* __restrict curvature = scratch;         // E[A^2], then c
  double* __restrict product = scratch + stride;  // E[x_a' W x_b]
  double* __restrict half_label = product + stride;
  double* __restrict growth = half_label + stride;  // 1 + exp(-t)
  double* __restrict moment_sum = growth + stride;
  double* __restrict label_sum = moment_sum + packed;
  double* __restrict curvature_sum = label_sum + dimensions;
  double* __restrict item_mean = curvature_sum + dimensions;
  double* __restrict item_second = item_mean + dimensions;
  const double bias = pairs.bias_mean;
  for (int a = 0; a + 1 < size; ++a) {
    const int from = kStride > 0 ? 0 : (a + 1) / CrowdLayout::kLanes * CrowdLayout::kLanes;
    for (int d = 0; d < dimensions; ++d) item_mean[d] = Row(items.mean, d, stride)[a];
    for (int i = 0; i < packed; ++i) item_second[i] = Row(items.second_moment, i, stride)[a];
    Expect(pairs, {a, item_mean, item_second}, from, stride, curvature, product);

    const int group = pairs.group[a];
    double sum_curvature = 0, sum_label = 0, sum_bound = 0;
#pragma omp simd reduction(+ : sum_curvature, sum_label, sum_bound)
    for (int b = from; b < stride; ++b) {
      const double weight = b > a && b < size ? 1 : 0;
      const double square = curvature[b] + 2 * bias * product[b];
      const double t = std::sqrt(square > 0 ? square : 0);
      const double e = ExpOfMinus(t);
      const double c = weight * Curvature(t, e);
      const double label = weight * (pairs.group[b] == group ? 0.5 : -0.5);
      growth[b] = 1 + weight * e;
      curvature[b] = c;
      half_label[b] = label;
      sum_curvature += c;
      sum_label += label;
      sum_bound += label * (product[b] + bias) - 0.5 * weight * t;
    }
    sums->sum_curvature += sum_curvature;
    sums->sum_label += sum_label;
    sums->bound += sum_bound - SumOfLogs(growth, from, stride);

    for (int i = 0; i < packed; ++i) {
      moment_sum[i] = Dot(curvature, Row(items.second_moment, i, stride), from, stride);
    }
    for (int d = 0; d < dimensions; ++d) {
      label_sum[d] = Dot(half_label, Row(items.mean, d, stride), from, stride);
      curvature_sum[d] = Dot(curvature, Row(items.mean, d, stride), from, stride);
    }
    for (int i = 0; i < packed; ++i) {
      AddScaled(item_second[i], moment_sum, 0, packed,
                sums->moment + static_cast<std::ptrdiff_t>(i) * packed);
    }
    for (int d = 0; d < dimensions; ++d) {
      AddScaled(item_mean[d], label_sum, 0, dimensions, sums->label + d * dimensions);
      AddScaled(item_mean[d], curvature_sum, 0, dimensions, sums->curvature + d * dimensions);
    }
  }
}

}  // namespace

CROWDCLUST_CLONES
void AddItemSums(const PairView& pairs, const ItemView& item, double* precision, double* linear,
                 double* scratch) {
  switch (pairs.stride) {
    case 4:
      return ItemSums<4>(pairs, item, precision, linear, scratch);
    case 8:
      return ItemSums<8>(pairs, item, precision, linear, scratch);
    case 12:
      return ItemSums<12>(pairs, item, precision, linear, scratch);
    case 16:
      return ItemSums<16>(pairs, item, precision, linear, scratch);
    default:
      return ItemSums<0>(pairs, item, precision, linear, scratch);
  }
}

CROWDCLUST_CLONES
void AddWorkerSums(const PairView& pairs, int size, const ItemMoments& items, double* scratch,
                   WorkerSums* sums) {
  switch (pairs.stride) {
    case 4:
      return WorkerSumsOf<4>(pairs, size, items, scratch, sums);
    case 8:
      return WorkerSumsOf<8>(pairs, size, items, scratch, sums);
    case 12:
      return WorkerSumsOf<12>(pairs, size, items, scratch, sums);
    case 16:
      return WorkerSumsOf<16>(pairs, size, items, scratch, sums);
    default:
      return WorkerSumsOf<0>(pairs, size, items, scratch, sums);
  }
}

}  // namespace crowdclust
