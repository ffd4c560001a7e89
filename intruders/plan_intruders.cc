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

// The first answers of a run of `enough` that all suffice: figures that go up and down by single answers have
// settled by then.
template <typename Suffices>
std::int64_t FirstLasting(std::int64_t start, std::int64_t enough, const Suffices& suffices) {
  std::int64_t first = start;
  for (std::int64_t n = start; n < first + enough; ++n) {
    if (n > kMostAnswers) {
      throw InputError(fmt::format("more than {} answers are needed; ask for less", kMostAnswers));
    }
    if (!suffices(n)) first = n + 1;
  }
  return first;
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
  // The least number of right answers that the test calls more than chance.
  const std::vector<double> by_chance = BinomialChances(n, chance);
  double tail = 0;
  std::int64_t critical = n + 1;
  while (critical > 0 && tail + by_chance[static_cast<std::size_t>(critical - 1)] <= level)
    tail += by_chance[static_cast<std::size_t>(--critical)];
  const std::vector<double> really = BinomialChances(n, precision);
  double power = 0;
  for (std::int64_t right = n; right >= critical; --right) power += really[static_cast<std::size_t>(right)];
  return std::min(1.0, power);
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
  // A normal approximation says where to begin and how long power goes up and down.
  const auto quantile = [](double p) {
    double low = -40, high = 40;
    for (int step = 0; step < 100; ++step) {
      const double middle = 0.5 * (low + high);
      (0.5 * std::erfc(-middle / std::sqrt(2.0)) < p ? low : high) = middle;
    }
    return low;
  };
  const double root = (quantile(1 - level) * std::sqrt(chance * (1 - chance)) +
                       quantile(power) * std::sqrt(precision * (1 - precision))) /
                      (precision - chance);
  const double about = root * root;
  if (about > static_cast<double>(kMostAnswers))
    throw InputError(fmt::format("more than {} answers are needed; ask for less", kMostAnswers));
  const auto start = std::max<std::int64_t>(1, static_cast<std::int64_t>(about / 2));
  // A saw's tooth is as long as it takes chance to add one more right answer to the critical number.
  const auto tooth = static_cast<std::int64_t>(std::ceil(3 / chance + 3 * std::sqrt(about)));
  const std::int64_t answers = FirstLasting(
      start, tooth, [&](std::int64_t n) { return PowerOf(n, precision, chance, level) >= power; });
  return {.answers = answers, .reached = PowerOf(answers, precision, chance, level)};
}

}  // namespace crowdclust
