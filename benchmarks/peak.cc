#include "benchmarks/peak.h"

#include <algorithm>
#include <chrono>

#include "benchmarks/wrong_answer.h"
#include "clustering/kernel_name.h"

#if defined(__x86_64__)
#define CROWDCLUST_TARGET(name) __attribute__((target(name)))
#else
#define CROWDCLUST_TARGET(name)
#endif

namespace crowdclust {
namespace {

constexpr int kChains = 12;  // enough to hide the latency of one
constexpr int kSteps = 2'000'000;

// Sums kChains vectors that were multiplied and added to kSteps times.
template <typename Vector>
inline __attribute__((always_inline)) double Chains(const Vector& factor, const Vector& term) {
  Vector chain[kChains];
  for (int c = 0; c < kChains; ++c) chain[c] = term * static_cast<double>(c);
  for (int step = 0; step < kSteps; ++step) {
    for (Vector& value : chain) value = value * factor + term;
  }
  double sum = 0;
  for (const Vector& value : chain) sum += value[0];
  return sum;
}

template <int kLanes>
struct Vectors;
#define CROWDCLUST_VECTORS(lanes)                                \
  template <>                                                    \
  struct Vectors<lanes> {                                        \
    using Type = double __attribute__((vector_size(8 * lanes))); \
  };
CROWDCLUST_VECTORS(2)
CROWDCLUST_VECTORS(4)
CROWDCLUST_VECTORS(8)

double BaselineChains(double factor, double term) {
  using Vector = Vectors<2>::Type;
  return Chains(Vector{} + factor, Vector{} + term);
}
CROWDCLUST_TARGET("avx2,fma") double Avx2Chains(double factor, double term) {
  using Vector = Vectors<4>::Type;
  return Chains(Vector{} + factor, Vector{} + term);
}
CROWDCLUST_TARGET("avx512f,prefer-vector-width=512") double Avx512Chains(double factor, double term) {
  using Vector = Vectors<8>::Type;
  return Chains(Vector{} + factor, Vector{} + term);
}

double Measure() {
  const std::string name = KernelName();
  const int lanes = name == "avx512" ? 8 : name == "avx2" ? 4 : 2;
  const auto chains = name == "avx512" ? Avx512Chains : name == "avx2" ? Avx2Chains : BaselineChains;
  double best = 0;
  for (int trial = 0; trial < 5; ++trial) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const double sum = chains(0.5, 1e-3);
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (sum < kChains * 1.999e-3 || sum > kChains * 2.001e-3) Fail("the chains do not reach their limit");
    best = std::max(best, static_cast<double>(lanes) * kChains * kSteps / seconds);
  }
  return best;
}

}  // namespace

double PeakMultiplyAdds() {
  static const double peak = Measure();
  return peak;
}

}  // namespace crowdclust
