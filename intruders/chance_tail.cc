#include "intruders/chance_tail.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "base/special.h"

namespace crowdclust {
namespace {

constexpr double kNegligible = 1e-32;

// How many of the first values together have a chance below kNegligible.
template <typename Iterator>
std::ptrdiff_t NumNegligible(Iterator first, Iterator last) {
  double sum = 0;
  std::ptrdiff_t count = 0;
  for (; first != last && (sum += *first) < kNegligible; ++first) ++count;
  return count;
}

}  // namespace

void CountDistribution::Add(std::span<const double> chances) {
  std::vector<double> sum(chances_.size() + chances.size() - 1);
  for (std::size_t k = 0; k < chances.size(); ++k) {
    if (chances[k] == 0) continue;
    for (std::size_t i = 0; i < chances_.size(); ++i) sum[i + k] += chances_[i] * chances[k];
  }
  const std::ptrdiff_t low = NumNegligible(sum.begin(), sum.end());
  const std::ptrdiff_t high = NumNegligible(sum.rbegin(), sum.rend());
  chances_.assign(sum.begin() + low, sum.end() - high);
  lowest_ += low;
}

double CountDistribution::AtLeast(std::int64_t count) const {
  const std::int64_t skipped = std::clamp<std::int64_t>(count - lowest_, 0, std::ssize(chances_));
  // Smallest first, so that a small tail keeps its digits.
  return std::min(1.0, std::accumulate(chances_.rbegin(), chances_.rend() - skipped, 0.0));
}

double CountDistribution::AtMost(std::int64_t count) const {
  const std::int64_t taken = std::clamp<std::int64_t>(count - lowest_ + 1, 0, std::ssize(chances_));
  return std::min(1.0, std::accumulate(chances_.begin(), chances_.begin() + taken, 0.0));
}

std::vector<double> BinomialChances(std::int64_t n, double p) {
  assert(n >= 0 && p > 0 && p < 1);
  std::vector<double> chances;
  const auto count = static_cast<double>(n);
  for (std::int64_t k = 0; k <= n; ++k) {
    const auto right = static_cast<double>(k);
    chances.push_back(std::exp(LogGamma(count + 1) - LogGamma(right + 1) - LogGamma(count - right + 1) +
                               right * std::log(p) + (count - right) * std::log1p(-p)));
  }
  return chances;
}

double ChanceTail(const std::map<double, std::int64_t>& answers_of_chance, std::int64_t right) {
  if (answers_of_chance.size() == 1) {
    const auto& [chance, answers] = *answers_of_chance.begin();
    const std::vector<double> chances = BinomialChances(answers, chance);
    return std::min(1.0, std::accumulate(chances.rbegin(), chances.rend() - right, 0.0));
  }
  CountDistribution sum;
  for (const auto& [chance, answers] : answers_of_chance) sum.Add(BinomialChances(answers, chance));
  return sum.AtLeast(right);
}

double ShuffledTail(const IntruderPlan& plan, const IntruderAnswers& answers, std::span<const int> rows) {
  std::map<int, std::vector<int>> votes_of_hit;
  std::int64_t right = 0;
  for (const int r : rows) {
    const auto row = static_cast<std::size_t>(r);
    const IntruderHit& hit = plan.hits[static_cast<std::size_t>(answers.hit_of_row[row])];
    std::vector<int>& votes = votes_of_hit[answers.hit_of_row[row]];
    votes.resize(static_cast<std::size_t>(NumChoices(plan.question, hit)));
    ++votes[static_cast<std::size_t>(answers.answer_of_row[row])];
    right += answers.answer_of_row[row] == hit.right_answer;
  }
  CountDistribution sum;
  for (const auto& [hit, votes] : votes_of_hit) {
    std::vector<double> chances(static_cast<std::size_t>(std::ranges::max(votes)) + 1);
    for (const int count : votes)
      chances[static_cast<std::size_t>(count)] += 1.0 / static_cast<double>(votes.size());
    sum.Add(chances);
  }
  return sum.AtLeast(right);
}

std::vector<double> HolmCorrected(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
  std::vector<double> corrected(p_values.size());
  double largest = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const auto left = static_cast<double>(order.size() - rank);
    largest = std::max(largest, std::min(1.0, left * p_values[order[rank]]));
    corrected[order[rank]] = largest;
  }
  return corrected;
}

}  // namespace crowdclust
