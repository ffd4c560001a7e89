#include "base/random.h"

#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

// Random123 declares more than this file uses.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <Random123/philox.h>
#pragma GCC diagnostic pop

namespace crowdclust {

Random::Random(std::uint64_t seed, std::uint64_t stream)
    : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}, stream_(stream) {}

std::uint64_t Random::Next() {
  if (words_left_ == 0) {
    const r123::Philox4x32::ctr_type counter = {
        {static_cast<std::uint32_t>(block_), static_cast<std::uint32_t>(block_ >> 32),
         static_cast<std::uint32_t>(stream_), static_cast<std::uint32_t>(stream_ >> 32)}};
    const r123::Philox4x32::key_type key = {{key_[0], key_[1]}};
    const r123::Philox4x32::ctr_type bits = r123::Philox4x32()(counter, key);
    words_[0] = bits[0] | (static_cast<std::uint64_t>(bits[1]) << 32);
    words_[1] = bits[2] | (static_cast<std::uint64_t>(bits[3]) << 32);
    words_left_ = 2;
    ++block_;
  }
  --words_left_;
  return words_[static_cast<std::size_t>(1 - words_left_)];
}

double Random::Uniform() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }

int Random::Below(int count) {
  assert(count >= 1);
  const auto range = static_cast<std::uint64_t>(count);
  const std::uint64_t fair = UINT64_MAX - UINT64_MAX % range;  // a multiple of range
  std::uint64_t bits = Next();
  while (bits >= fair) bits = Next();
  return static_cast<int>(bits % range);
}

bool Random::Chance(double probability) { return Uniform() < probability; }

double Random::Normal() {
  const double radius = std::sqrt(-2 * std::log(1 - Uniform()));
  return radius * std::cos(2 * std::numbers::pi * Uniform());
}

double Random::Gamma(double shape) {
  assert(shape > 0);
  if (shape < 1) return Gamma(shape + 1) * std::pow(1 - Uniform(), 1 / shape);
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = Normal();
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (std::log(1 - Uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
  }
}

double Random::Beta(double a, double b) {
  const double x = Gamma(a);
  const double y = Gamma(b);
  return x / (x + y);
}

int Random::Discrete(const std::vector<double>& weight) {
  double total = 0;
  for (const double w : weight) total += w;
  assert(total > 0);
  double left = Uniform() * total;
  int last = 0;
  for (std::size_t k = 0; k < weight.size(); ++k) {
    if (weight[k] <= 0) continue;
    last = static_cast<int>(k);
    left -= weight[k];
    if (left < 0) return last;
  }
  return last;  // rounding only
}

std::vector<int> Random::Order(int count) {
  std::vector<int> order(static_cast<std::size_t>(count));
  std::iota(order.begin(), order.end(), 0);
  Shuffle(&order);
  return order;
}

}  // namespace crowdclust
