// Vectors of kLanes doubles, whatever the instruction set: kLanes comes from the source that includes this.
// All of it has internal linkage, since each build of the kernels has its own.
#pragma once

#include <bit>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Each source of the kernels has its own of all this.
// NOLINTBEGIN(misc-definitions-in-headers)
namespace crowdclust {
namespace {

#define CROWDCLUST_INLINE inline __attribute__((always_inline))

constexpr int kLanes = CROWDCLUST_LANES;
using Lanes = double __attribute__((vector_size(kLanes * sizeof(double))));
using Bits = std::int64_t __attribute__((vector_size(kLanes * sizeof(double))));

// Calls f(Index<kFrom>()), …, f(Index<kTo - 1>()): a loop that the compiler cannot leave rolled.
template <int kIndex>
struct Index {
  static constexpr int value = kIndex;
};
template <int kFrom, int kTo, typename Body>
CROWDCLUST_INLINE void Unroll(const Body& body) {
  if constexpr (kFrom < kTo) {
    body(Index<kFrom>());
    Unroll<kFrom + 1, kTo>(body);
  }
}

CROWDCLUST_INLINE Lanes Load(const double* from) {
  Lanes lanes;
  __builtin_memcpy(&lanes, from, sizeof lanes);
  return lanes;
}

CROWDCLUST_INLINE void Store(Lanes lanes, double* to) { __builtin_memcpy(to, &lanes, sizeof lanes); }

CROWDCLUST_INLINE Lanes SquareRoot(Lanes x) {
#if CROWDCLUST_LANES == 8
  return (Lanes)_mm512_sqrt_pd((__m512d)x);
#elif CROWDCLUST_LANES == 4
  return (Lanes)_mm256_sqrt_pd((__m256d)x);
#elif defined(__SSE2__)
  return (Lanes)_mm_sqrt_pd((__m128d)x);
#else
  for (int k = 0; k < kLanes; ++k) x[k] = __builtin_sqrt(x[k]);
  return x;
#endif
}

// Turns kLanes rows of kLanes numbers into columns.
CROWDCLUST_INLINE void Transpose(Lanes* v) {
#if CROWDCLUST_LANES == 8
  Lanes two[8], four[8];
  for (int k = 0; k < 4; ++k) {
    two[2 * k] = __builtin_shufflevector(v[2 * k], v[2 * k + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    two[2 * k + 1] = __builtin_shufflevector(v[2 * k], v[2 * k + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (int k = 0; k < 8; k += 4) {
    for (int i = 0; i < 2; ++i) {
      four[k + i] = __builtin_shufflevector(two[k + i], two[k + 2 + i], 0, 1, 8, 9, 4, 5, 12, 13);
      four[k + 2 + i] = __builtin_shufflevector(two[k + i], two[k + 2 + i], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  }
  for (int i = 0; i < 4; ++i) {
    v[i] = __builtin_shufflevector(four[i], four[4 + i], 0, 1, 2, 3, 8, 9, 10, 11);
    v[4 + i] = __builtin_shufflevector(four[i], four[4 + i], 4, 5, 6, 7, 12, 13, 14, 15);
  }
#elif CROWDCLUST_LANES == 4
  Lanes two[4];
  for (int k = 0; k < 2; ++k) {
    two[2 * k] = __builtin_shufflevector(v[2 * k], v[2 * k + 1], 0, 4, 2, 6);
    two[2 * k + 1] = __builtin_shufflevector(v[2 * k], v[2 * k + 1], 1, 5, 3, 7);
  }
  for (int i = 0; i < 2; ++i) {
    v[i] = __builtin_shufflevector(two[i], two[2 + i], 0, 1, 4, 5);
    v[2 + i] = __builtin_shufflevector(two[i], two[2 + i], 2, 3, 6, 7);
  }
#else
  const Lanes first = __builtin_shufflevector(v[0], v[1], 0, 2);
  v[1] = __builtin_shufflevector(v[0], v[1], 1, 3);
  v[0] = first;
#endif
}

// Sums over the lanes of kLanes vectors at once: sum k is of v[k].
CROWDCLUST_INLINE Lanes SumsOfLanes(const Lanes* v) {
#if CROWDCLUST_LANES == 8
  Lanes two[4], four[2];
  for (int k = 0; k < 4; ++k) {
    two[k] = __builtin_shufflevector(v[2 * k], v[2 * k + 1], 0, 8, 2, 10, 4, 12, 6, 14) +
             __builtin_shufflevector(v[2 * k], v[2 * k + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (int k = 0; k < 2; ++k) {
    four[k] = __builtin_shufflevector(two[2 * k], two[2 * k + 1], 0, 1, 8, 9, 4, 5, 12, 13) +
              __builtin_shufflevector(two[2 * k], two[2 * k + 1], 2, 3, 10, 11, 6, 7, 14, 15);
  }
  return __builtin_shufflevector(four[0], four[1], 0, 1, 2, 3, 8, 9, 10, 11) +
         __builtin_shufflevector(four[0], four[1], 4, 5, 6, 7, 12, 13, 14, 15);
#elif CROWDCLUST_LANES == 4
  Lanes two[2];
  for (int k = 0; k < 2; ++k) {
    two[k] = __builtin_shufflevector(v[2 * k], v[2 * k + 1], 0, 4, 2, 6) +
             __builtin_shufflevector(v[2 * k], v[2 * k + 1], 1, 5, 3, 7);
  }
  return __builtin_shufflevector(two[0], two[1], 0, 1, 4, 5) +
         __builtin_shufflevector(two[0], two[1], 2, 3, 6, 7);
#else
  return __builtin_shufflevector(v[0], v[1], 0, 2) + __builtin_shufflevector(v[0], v[1], 1, 3);
#endif
}

CROWDCLUST_INLINE double SumOfLanes(Lanes v) {
  double sum = 0;
  for (int k = 0; k < kLanes; ++k) sum += v[k];
  return sum;
}

// exp(-t) for t >= 0 by 2^k exp(r), |r| <= log(2) / 2, and the Taylor series of exp(r) to r^12. Relative
// error below 1e-15 for t <= 700, 0 in effect above.
CROWDCLUST_INLINE Lanes ExpOfMinus(Lanes t) {
  constexpr double kRound = 0x1.8p52;  // adding it rounds to a whole number, kept in the low bits
  constexpr double kLogOf2High = 0x1.62e42fefa39efp-1;
  constexpr double kLogOf2Low = 0x1.abc9e3b39803fp-56;
  const Lanes x = -(t < 700.0 ? t : t * 0 + 700.0);
  const Lanes rounded = x * 0x1.71547652b82fep0 + kRound;
  const Lanes k = rounded - kRound;
  const Lanes r = (x - k * kLogOf2High) - k * kLogOf2Low;
  const Lanes r2 = r * r, r4 = r2 * r2;
  // Estrin's scheme: short chains.
  const Lanes low = (r2 * 0.5 + (r + 1)) + r2 * r * (r * (1.0 / 24) + 1.0 / 6);
  const Lanes middle = (r * (1.0 / 720) + 1.0 / 120) + r2 * (r * (1.0 / 40320) + 1.0 / 5040);
  const Lanes high = (r * (1.0 / 3628800) + 1.0 / 362880) + r2 * (r * (1.0 / 479001600) + 1.0 / 39916800);
  const Lanes series = low + r4 * r * (middle + r4 * high);
  const Bits exponent = ((Bits)rounded + 1023) << 52;
  return series * (Lanes)exponent;
}

// c(t) from t and exp(-t); by its series where the quotient would lose digits.
CROWDCLUST_INLINE Lanes Curvature(Lanes t, Lanes exp_of_minus_t) {
  const Lanes square = t * t;
  const Lanes series =
      0.125 -
      square * (1.0 / 96 - square * (1.0 / 960 - square * (17.0 / 161280 - square * (31.0 / 2903040))));
  const Lanes quotient = (1 - exp_of_minus_t) / (4 * t * (1 + exp_of_minus_t));
  return t < 0.05 ? series : quotient;
}

// The same in single precision for twice as many. The relative error of c stays below 1e-6: any c in (0, 1/8]
// is that of some t, so that an update that uses it is exact for a t that is next to the best one.
using HalfFloats = float __attribute__((vector_size(kLanes * sizeof(float))));
using Floats = float __attribute__((vector_size(2 * kLanes * sizeof(float))));
using FloatBits = std::int32_t __attribute__((vector_size(2 * kLanes * sizeof(float))));

CROWDCLUST_INLINE Floats SquareRoot(Floats x) {
#if CROWDCLUST_LANES == 8
  return (Floats)_mm512_sqrt_ps((__m512)x);
#elif CROWDCLUST_LANES == 4
  return (Floats)_mm256_sqrt_ps((__m256)x);
#elif defined(__SSE2__)
  return (Floats)_mm_sqrt_ps((__m128)x);
#else
  for (int k = 0; k < 2 * kLanes; ++k) x[k] = __builtin_sqrtf(x[k]);
  return x;
#endif
}

CROWDCLUST_INLINE Floats CurvatureAt(Floats square) {
  constexpr float kRound = 0x1.8p23F;
  constexpr float kLogOf2High = 0x1.62e4p-1F;
  constexpr float kLogOf2Low = 0x1.7f7d1cp-20F;
  const Floats t = SquareRoot(square);
  const Floats x = -(t < 87.0F ? t : t * 0 + 87.0F);
  const Floats rounded = x * 0x1.715476p0F + kRound;
  const Floats k = rounded - kRound;
  const Floats r = (x - k * kLogOf2High) - k * kLogOf2Low;
  const Floats r2 = r * r;
  const Floats series = (r2 * 0.5F + (r + 1.0F)) +
                        r2 * r * ((r * (1.0F / 24) + 1.0F / 6) + r2 * (r * (1.0F / 720) + 1.0F / 120));
  const FloatBits exponent = ((FloatBits)rounded + 127) << 23;
  const Floats e = series * (Floats)exponent;
  const Floats near_zero =
      0.125F -
      square * (1.0F / 96 - square * (1.0F / 960 - square * (17.0F / 161280 - square * (31.0F / 2903040))));
  const Floats quotient = (1.0F - e) / (4.0F * t * (1.0F + e));
  return t < 0.5F ? near_zero : quotient;
}

CROWDCLUST_INLINE Floats Narrow(Lanes low, Lanes high) {
  const HalfFloats a = __builtin_convertvector(low, HalfFloats),
                   b = __builtin_convertvector(high, HalfFloats);
#if CROWDCLUST_LANES == 8
  return __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
#elif CROWDCLUST_LANES == 4
  return __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7);
#else
  return __builtin_shufflevector(a, b, 0, 1, 2, 3);
#endif
}

CROWDCLUST_INLINE void Widen(Floats x, Lanes* low, Lanes* high) {
#if CROWDCLUST_LANES == 8
  const HalfFloats a = __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7);
  const HalfFloats b = __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
#elif CROWDCLUST_LANES == 4
  const HalfFloats a = __builtin_shufflevector(x, x, 0, 1, 2, 3);
  const HalfFloats b = __builtin_shufflevector(x, x, 4, 5, 6, 7);
#else
  const HalfFloats a = __builtin_shufflevector(x, x, 0, 1);
  const HalfFloats b = __builtin_shufflevector(x, x, 2, 3);
#endif
  *low = __builtin_convertvector(a, Lanes);
  *high = __builtin_convertvector(b, Lanes);
}

}  // namespace
}  // namespace crowdclust
// NOLINTEND(misc-definitions-in-headers)
