#include "intruders/worker_scores.h"

#include <array>
#include <map>

#include "intruders/chance_tail.h"

namespace crowdclust {
namespace {

constexpr double kLevel = 0.05;
constexpr double kDraw = 2;  // answers that the cluster's share counts for beside the HIT's

void Count(bool right, ShareRight* share) {
  ++share->total;
  share->right += right;
}

// The others' share, where `own` is the worker's part of `all`; drawn towards `prior`.
double OthersShare(const ShareRight& all, const ShareRight& own, double prior) {
  return (static_cast<double>(all.right - own.right) + kDraw * prior) /
         (static_cast<double>(all.total - own.total) + kDraw);
}

// All answers, by HIT and by main cluster.
struct Totals {
  std::vector<ShareRight> of_hit;
  std::vector<ShareRight> of_cluster;
};

Totals CountAll(const JudgedAnswers& judged) {
  Totals totals{.of_hit = std::vector<ShareRight>(judged.hit_names.size()),
                .of_cluster = std::vector<ShareRight>(static_cast<std::size_t>(judged.clusters.size()))};
  for (std::size_t r = 0; r < judged.hit_of_row.size(); ++r) {
    const auto hit = static_cast<std::size_t>(judged.hit_of_row[r]);
    Count(judged.right_of_row[r], &totals.of_hit[hit]);
    Count(judged.right_of_row[r],
          &totals.of_cluster[static_cast<std::size_t>(judged.main_cluster_of_hit[hit])]);
  }
  return totals;
}

IntruderWorkerScore ScoreOne(const JudgedAnswers& judged, const Totals& totals,
                             const std::vector<std::size_t>& rows) {
  IntruderWorkerScore score;
  if (rows.empty()) {
    score.chance = score.others = kNaN;
    return score;
  }
  std::map<int, ShareRight> own_of_cluster;
  std::map<double, std::int64_t> answers_of_chance;
  for (const std::size_t r : rows) {
    const auto hit = static_cast<std::size_t>(judged.hit_of_row[r]);
    Count(judged.right_of_row[r], &own_of_cluster[judged.main_cluster_of_hit[hit]]);
    Count(judged.right_of_row[r], &score.answers);
    ++answers_of_chance[judged.chance_of_hit[hit]];
  }
  CountDistribution others_right;
  const auto answers = static_cast<double>(rows.size());
  for (const std::size_t r : rows) {
    const auto hit = static_cast<std::size_t>(judged.hit_of_row[r]);
    const int cluster = judged.main_cluster_of_hit[hit];
    const ShareRight own{.right = judged.right_of_row[r], .total = 1};
    const double of_cluster =
        OthersShare(totals.of_cluster[static_cast<std::size_t>(cluster)], own_of_cluster[cluster], 0.5);
    const double expected = OthersShare(totals.of_hit[hit], own, of_cluster);
    others_right.Add(std::array<double, 2>{1 - expected, expected});
    score.chance += judged.chance_of_hit[hit] / answers;
    score.others += expected / answers;
  }
  score.chance_tail = ChanceTail(answers_of_chance, score.answers.right);
  score.others_tail = others_right.AtMost(score.answers.right);
  score.at_chance = score.chance_tail > kLevel && score.others_tail < kLevel;
  return score;
}

}  // namespace

std::vector<IntruderWorkerScore> ScoreWorkers(const JudgedAnswers& judged) {
  const Totals totals = CountAll(judged);
  std::vector<std::vector<std::size_t>> rows_of_worker(static_cast<std::size_t>(judged.workers.size()));
  for (std::size_t r = 0; r < judged.worker_of_row.size(); ++r)
    rows_of_worker[static_cast<std::size_t>(judged.worker_of_row[r])].push_back(r);
  std::vector<IntruderWorkerScore> scores;
  for (const std::vector<std::size_t>& rows : rows_of_worker) {
    scores.push_back(ScoreOne(judged, totals, rows));
  }
  return scores;
}

}  // namespace crowdclust
