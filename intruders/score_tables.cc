#include "intruders/score_tables.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "base/delimited_text.h"

namespace crowdclust {
namespace {

using Row = std::vector<std::string>;

constexpr std::array<std::pair<const char*, ShareRight GroupScore::*>, 3> kShares = {{
    {"answers", &GroupScore::answers},
    {"majority", &GroupScore::majority},
    {"dawid_skene", &GroupScore::dawid_skene},
}};

std::string SixPlaces(double value) { return std::isfinite(value) ? fmt::format("{:.6f}", value) : "NA"; }
std::string SixDigits(double value) { return std::isfinite(value) ? fmt::format("{:.6g}", value) : "NA"; }

std::string ClusterName(const JudgedAnswers& judged, int cluster) {
  return cluster < 0 ? "" : judged.clusters.Name(cluster);
}

// The cells after the studies' labels.
void AppendStudyRow(const ScoredStudy& study, Row cells, std::string* text) {
  cells.insert(cells.begin(), study.labels.begin(), study.labels.end());
  AppendRow(cells, '\t', text);
}

std::string HeaderOf(const ScoredStudies& scored, const Row& columns) {
  Row header = scored.by;
  header.insert(header.end(), columns.begin(), columns.end());
  std::string text;
  AppendRow(header, '\t', &text);
  return text;
}

void AddShare(const ShareRight& share, Row* row) {
  const Interval interval = share.interval();
  row->insert(row->end(), {std::to_string(share.right), std::to_string(share.total), SixPlaces(share.share()),
                           SixPlaces(interval.low), SixPlaces(interval.high)});
}

Row GroupRow(const ScoredStudy& study, const char* scope, const GroupScore& group) {
  Row row = {scope, ClusterName(study.judged, group.main_cluster),
             ClusterName(study.judged, group.other_cluster), std::to_string(group.hits),
             std::to_string(group.unanswered)};
  for (const auto& [name, member] : kShares) AddShare(group.*member, &row);
  row.insert(row.end(), {SixPlaces(group.chance), SixPlaces(group.precision.interval.low),
                         SixPlaces(group.precision.interval.high), SixPlaces(group.precision.design_effect),
                         SixDigits(group.p_value), SixDigits(group.p_mid), SixDigits(group.p_holm),
                         SixDigits(group.p_shuffled)});
  return row;
}

}  // namespace

std::string IntruderClustersTable(const ScoredStudies& scored) {
  Row header = {"scope", "main_cluster", "other_cluster", "hits", "unanswered"};
  for (const auto& [name, member] : kShares) {
    for (const char* what : {"right", "total", "share", "low", "high"})
      header.push_back(fmt::format("{}_{}", name, what));
  }
  for (const char* name : {"chance", "precision_low", "precision_high", "design_effect", "p_value", "p_mid",
                           "p_holm", "p_shuffled"})
    header.emplace_back(name);
  std::string text = HeaderOf(scored, header);
  for (const ScoredStudy& study : scored.studies) {
    AppendStudyRow(study, GroupRow(study, "all", study.score.overall), &text);
    for (const GroupScore& group : study.score.by_cluster)
      AppendStudyRow(study, GroupRow(study, "cluster", group), &text);
    for (const GroupScore& group : study.score.by_pair)
      AppendStudyRow(study, GroupRow(study, "pair", group), &text);
  }
  return text;
}

std::string IntruderHitsTable(const ScoredStudies& scored) {
  std::string text =
      HeaderOf(scored, {"hit", "main_cluster", "other_cluster", "right_answer", "answers", "right", "share",
                        "low", "high", "chance", "p_value", "majority", "majority_tied", "majority_right",
                        "dawid_skene", "dawid_skene_right"});
  for (const ScoredStudy& study : scored.studies) {
    const JudgedAnswers& judged = study.judged;
    for (std::size_t h = 0; h < study.score.hits.size(); ++h) {
      const HitOutcome& outcome = study.score.hits[h];
      const bool known = study.score.knows_choices && outcome.answers.total > 0;
      const auto value = [known](int number) { return known ? std::to_string(number) : "NA"; };
      const Interval interval = outcome.answers.interval();
      AppendStudyRow(study,
                     {judged.hit_names[h], ClusterName(judged, judged.main_cluster_of_hit[h]),
                      ClusterName(judged, judged.other_cluster_of_hit[h]),
                      study.plan ? std::to_string(study.plan->hits[h].right_answer + 1) : "NA",
                      std::to_string(outcome.answers.total), std::to_string(outcome.answers.right),
                      SixPlaces(outcome.answers.share()), SixPlaces(interval.low), SixPlaces(interval.high),
                      SixPlaces(judged.chance_of_hit[h]), SixDigits(outcome.p_value),
                      value(outcome.majority + 1), value(outcome.is_tied), value(outcome.majority_right),
                      value(outcome.dawid_skene + 1), value(outcome.dawid_skene_right)},
                     &text);
    }
  }
  return text;
}

std::string IntruderWorkersTable(const ScoredStudies& scored) {
  std::string text = HeaderOf(
      scored, {"worker", "answers", "right", "share", "low", "high", "chance", "others", "chance_tail",
               "others_tail", "at_chance", "golden_answers", "golden_right", "failed"});
  for (const ScoredStudy& study : scored.studies) {
    for (std::size_t w = 0; w < study.score.workers.size(); ++w) {
      const IntruderWorkerScore& worker = study.score.workers[w];
      const ShareRight golden = study.golden_of_worker.empty() ? ShareRight{} : study.golden_of_worker[w];
      const Interval interval = worker.answers.interval();
      AppendStudyRow(study,
                     {study.judged.workers.Name(static_cast<int>(w)), std::to_string(worker.answers.total),
                      std::to_string(worker.answers.right), SixPlaces(worker.answers.share()),
                      SixPlaces(interval.low), SixPlaces(interval.high), SixPlaces(worker.chance),
                      SixPlaces(worker.others), SixDigits(worker.chance_tail), SixDigits(worker.others_tail),
                      worker.at_chance ? "1" : "0", std::to_string(golden.total),
                      std::to_string(golden.right), !study.failed.empty() && study.failed[w] ? "1" : "0"},
                     &text);
    }
  }
  return text;
}

std::string IntruderPositionsTable(const ScoredStudies& scored) {
  std::string text = HeaderOf(scored, {"position", "chosen", "intruder", "wrong", "expected"});
  for (const ScoredStudy& study : scored.studies) {
    for (std::size_t at = 0; at < study.score.positions.positions.size(); ++at) {
      const PositionCount& position = study.score.positions.positions[at];
      AppendStudyRow(
          study,
          {std::to_string(at + 1), std::to_string(position.chosen), std::to_string(position.intruder),
           std::to_string(position.wrong), SixPlaces(position.expected)},
          &text);
    }
  }
  return text;
}

}  // namespace crowdclust
