#include "intruders/plan_intruders.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

#include "base/error.h"
#include "base/special.h"
#include "base/stats.h"
#include "intruders/chance_tail.h"

namespace crowdclust {
namespace {

constexpr std::int64_t kMostAnswers = 10000000;

// The test of so many answers: the least number right that it calls more than chance.
std::int64_t CriticalNumber(std::int64_t n, double chance, double level) {
  std::int64_t low = 0, high = n + 1;  // low is too few
  while (high - low > 1) {
    const std::int64_t middle = (low + high) / 2;
    (BinomialTail(n, chance, middle) > level ? low : high) = middle;
  }
  return high;
}

}  // namespace

double ExpectedHalfWidth(std::int64_t n, double precision) {
  const std::vector<double> chances = BinomialChances(n, precision);
  double expected = 0;
  for (std::size_t right = 0; right < chances.size(); ++right) {
    const Interval interval = WilsonInterval(static_cast<double>(right), static_cast<double>(n));
    expected += chances[right] * 0.5 * (interval.high - interval.low);
  }
  return expected;
}

double PowerOf(std::int64_t n, double precision, double chance, double level) {
  return BinomialTail(n, precision, CriticalNumber(n, chance, level));
}

AnswersNeeded AnswersForHalfWidth(double precision, double half_width) {
  assert(precision > 0 && precision < 1 && half_width >= 0.001 && half_width < 0.5);
  // Widths fall with answers; search the first that is narrow enough by doubling and halving.
  std::int64_t low = 0, high = 1;
  while (ExpectedHalfWidth(high, precision) > half_width) low = high, high *= 2;
  while (high - low > 1) {
    const std::int64_t middle = (low + high) / 2;
    (ExpectedHalfWidth(middle, precision) > half_width ? low : high) = middle;
  }
  return {.answers = high, .reached = ExpectedHalfWidth(high, precision)};
}

AnswersNeeded AnswersForPower(double precision, double chance, double power, double level) {
  assert(chance > 0 && chance < precision && precision < 1 && power > 0 && power < 1);
  // A normal approximation says about where it is.
  const double root = (NormalQuantile(1 - level) * std::sqrt(chance * (1 - chance)) +
                       NormalQuantile(power) * std::sqrt(precision * (1 - precision))) /
                      (precision - chance);
  const double about = root * root;
  if (about > static_cast<double>(kMostAnswers))
    throw InputError(fmt::format("more than {} answers are needed; ask for less", kMostAnswers));
  const auto suffice = [&](std::int64_t n) { return PowerOf(n, precision, chance, level) >= power; };
  auto first = std::max<std::int64_t>(1, static_cast<std::int64_t>(about - 10 * std::sqrt(about)));
  while (first > 1 && suffice(first)) first /= 2;
  // Power falls where chance adds one to the critical number and grows between; by such a stretch of answers
  // that all suffice it has settled.
  const auto settled = static_cast<std::int64_t>(std::ceil(3 / chance + 3 * std::sqrt(about)));
  for (std::int64_t n = first; n < first + settled; ++n) {
    if (!suffice(n)) first = n + 1;
  }
  return {.answers = first, .reached = PowerOf(first, precision, chance, level)};
}

}  // namespace crowdclust
