#include "intruders/advice_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/grouped_digits.h"

namespace crowdclust {
namespace {

std::string Percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

// "23 % of 40 answers (14 % to 36 %)".
std::string ShareText(const GroupScore& group) {
  const Interval& interval = group.precision.interval;
  return fmt::format("{} of {} answers ({} to {})", Percent(group.answers.share()),
                     GroupDigits(group.answers.total), Percent(interval.low), Percent(interval.high));
}

const GroupScore& PairOf(const Advice& advice, const IntruderScore& score) {
  return *std::ranges::find_if(score.by_pair, [&](const GroupScore& pair) {
    return pair.main_cluster == advice.cluster && pair.other_cluster == advice.other_cluster;
  });
}

const GroupScore& ClusterOf(const Advice& advice, const IntruderScore& score) {
  return *std::ranges::find(score.by_cluster, advice.cluster, &GroupScore::main_cluster);
}

}  // namespace

std::string AdviceText(const Advice& advice, const JudgedAnswers& judged, const IntruderScore& score) {
  const auto cluster = [&judged](int index) { return judged.clusters.Name(index); };
  const bool twins = score.question == IntruderQuestion::kTwins;
  switch (advice.kind) {
    case AdviceKind::kMerge:
      return fmt::format("merge clusters {} and {}: {} in {}", cluster(advice.cluster),
                         cluster(advice.other_cluster),
                         twins ? "people see two groups" : "people find the intruder between them",
                         ShareText(PairOf(advice, score)));
    case AdviceKind::kAskPair:
      return fmt::format(
          "ask again about clusters {} and {}, with about {} more answers: {} in {}, too few to tell",
          cluster(advice.cluster), cluster(advice.other_cluster), GroupDigits(advice.more_answers),
          twins ? "people see two groups" : "people find the intruder between them",
          ShareText(PairOf(advice, score)));
    case AdviceKind::kAskCluster:
      return fmt::format("ask again about cluster {}, with about {} more answers: {} are right",
                         cluster(advice.cluster), GroupDigits(advice.more_answers),
                         ShareText(ClusterOf(advice, score)));
    case AdviceKind::kCheckWorker: {
      const IntruderWorkerScore& worker = score.workers[static_cast<std::size_t>(advice.worker)];
      return fmt::format(
          "look at worker {}, or ask others: {} of {} answers right, where the others' let expect {}",
          judged.workers.Name(advice.worker), worker.answers.right, worker.answers.total,
          Percent(worker.others));
    }
    case AdviceKind::kShuffle:
      break;
  }
  return fmt::format(
      "show each worker the items of a HIT in an order of its own: wrong answers go by position (chi-square "
      "{:.1f}, "
      "{} degrees of freedom, p {:.2g})",
      score.positions.chi_square, score.positions.freedom, score.positions.p_value);
}

}  // namespace crowdclust
