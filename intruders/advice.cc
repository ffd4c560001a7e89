#include "intruders/advice.h"

#include <algorithm>
#include <cmath>

namespace crowdclust {
namespace {

double HalfWidth(const GroupScore& group) {
  return 0.5 * (group.precision.interval.high - group.precision.interval.low);
}

double HalfwayFromChance(const GroupScore& group) { return 0.5 * (1 + group.chance); }

// Answers until the interval of a share below halfway would end there, as far above the share as it goes now,
// or goes no further above it than wanted.
std::int64_t AnswersToTell(const GroupScore& group, double wanted) {
  const double distance = HalfwayFromChance(group) - group.answers.share();
  return MoreAnswers(group.answers.total, group.precision.interval.high - group.answers.share(),
                     std::max(distance, wanted));
}

}  // namespace

std::int64_t MoreAnswers(std::int64_t answers, double half_width, double wanted) {
  if (half_width <= wanted) return 0;
  const double times = (half_width / wanted) * (half_width / wanted);
  return static_cast<std::int64_t>(std::ceil(static_cast<double>(answers) * (times - 1)));
}

std::vector<Advice> Advise(const IntruderScore& score, const AdviceOptions& options) {
  std::vector<Advice> merge, ask_pair, ask_cluster, rest;
  for (const GroupScore& pair : score.by_pair) {
    if (pair.answers.total == 0 || pair.answers.share() >= HalfwayFromChance(pair)) continue;
    const bool sure = pair.precision.interval.high < HalfwayFromChance(pair);
    const std::int64_t more = sure ? 0 : AnswersToTell(pair, options.half_width);
    if (!sure && more == 0) continue;
    (sure ? merge : ask_pair)
        .push_back({.kind = sure ? AdviceKind::kMerge : AdviceKind::kAskPair,
                    .cluster = pair.main_cluster,
                    .other_cluster = pair.other_cluster,
                    .more_answers = more});
  }
  for (const GroupScore& cluster : score.by_cluster) {
    if (cluster.answers.total == 0) continue;
    const std::int64_t more = MoreAnswers(cluster.answers.total, HalfWidth(cluster), options.half_width);
    if (more > 0) {
      ask_cluster.push_back(
          {.kind = AdviceKind::kAskCluster, .cluster = cluster.main_cluster, .more_answers = more});
    }
  }
  std::ranges::stable_sort(ask_cluster, std::ranges::greater{}, &Advice::more_answers);
  for (std::size_t w = 0; w < score.workers.size(); ++w) {
    if (score.workers[w].at_chance)
      rest.push_back({.kind = AdviceKind::kCheckWorker, .worker = static_cast<int>(w)});
  }
  constexpr double kLevel = 0.05;
  if (score.positions.p_value < kLevel) rest.push_back({.kind = AdviceKind::kShuffle});
  std::vector<Advice> advice = std::move(merge);
  for (const auto* more : {&ask_pair, &ask_cluster, &rest})
    advice.insert(advice.end(), more->begin(), more->end());
  return advice;
}

}  // namespace crowdclust
