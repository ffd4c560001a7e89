#include "intruders/score_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/json_number.h"
#include "intruders/advice_text.h"

namespace crowdclust {
namespace {

using nlohmann::ordered_json;

ordered_json ShareJson(const ShareRight& share) {
  const Interval interval = share.interval();
  return {{"right", share.right},
          {"total", share.total},
          {"share", NumberOrNull(share.share())},
          {"low", interval.low},
          {"high", interval.high}};
}

ordered_json PrecisionJson(const PrecisionInterval& precision) {
  return {{"share", NumberOrNull(precision.share)},
          {"low", precision.interval.low},
          {"high", precision.interval.high},
          {"design_effect", NumberOrNull(precision.design_effect)},
          {"hit_correlation", precision.hit_correlation},
          {"worker_correlation", precision.worker_correlation}};
}

ordered_json GroupJson(const IntruderScore& score, const GroupScore& group) {
  ordered_json json = {
      {"hits", group.hits}, {"unanswered", group.unanswered}, {"answers", ShareJson(group.answers)}};
  if (score.knows_choices) {
    json["majority"] = ShareJson(group.majority);
    json["dawid_skene"] = ShareJson(group.dawid_skene);
  }
  json["chance"] = NumberOrNull(group.chance);
  json["precision"] = PrecisionJson(group.precision);
  json["p_value"] = group.p_value;
  json["p_mid"] = group.p_mid;
  json["p_holm"] = group.p_holm;
  json["p_shuffled"] = NumberOrNull(group.p_shuffled);
  return json;
}

ordered_json GroupsJson(const ScoredStudy& study) {
  const IntruderScore& score = study.score;
  ordered_json json = {{"clusters", ordered_json::array()}, {"pairs", ordered_json::array()}};
  for (const GroupScore& group : score.by_cluster) {
    ordered_json cluster = {{"cluster", study.judged.clusters.Name(group.main_cluster)}};
    cluster.update(GroupJson(score, group));
    json["clusters"].push_back(std::move(cluster));
  }
  for (const GroupScore& group : score.by_pair) {
    ordered_json pair = {
        {"clusters",
         {study.judged.clusters.Name(group.main_cluster), study.judged.clusters.Name(group.other_cluster)}}};
    pair.update(GroupJson(score, group));
    json["pairs"].push_back(std::move(pair));
  }
  return json;
}

ordered_json PositionsJson(const PositionBias& bias) {
  ordered_json json = {{"chi_square", bias.freedom > 0 ? ordered_json(bias.chi_square) : ordered_json()},
                       {"degrees_of_freedom", bias.freedom},
                       {"p_value", NumberOrNull(bias.p_value)},
                       {"positions", ordered_json::array()}};
  for (const PositionCount& position : bias.positions) {
    json["positions"].push_back({{"chosen", position.chosen},
                                 {"intruder", position.intruder},
                                 {"wrong", position.wrong},
                                 {"expected", position.expected}});
  }
  return json;
}

ordered_json ShoesStudyJson(const ScoredStudy& study) {
  const ShoesStudyFigure& figure = study.score.shoes_study;
  ordered_json json = {{"over_hits", NumberOrNull(figure.over_hits)},
                       {"of_main_cluster", ordered_json::object()}};
  for (std::size_t i = 0; i < figure.of_main_cluster.size(); ++i) {
    const std::string& name = study.judged.clusters.Name(study.score.by_cluster[i].main_cluster);
    json["of_main_cluster"][name] = NumberOrNull(figure.of_main_cluster[i]);
  }
  return json;
}

ordered_json WorkersJson(const ScoredStudy& study) {
  ordered_json at_chance = ordered_json::array(), failed = ordered_json::array();
  for (int w = 0; w < study.judged.workers.size(); ++w) {
    const auto worker = static_cast<std::size_t>(w);
    if (study.score.workers[worker].at_chance) at_chance.push_back(study.judged.workers.Name(w));
    if (!study.failed.empty() && study.failed[worker]) failed.push_back(study.judged.workers.Name(w));
  }
  return {{"workers", study.judged.workers.size()},
          {"at_chance", std::move(at_chance)},
          {"failed_golden", std::move(failed)}};
}

ordered_json AdviceJson(const ScoredStudy& study) {
  constexpr std::array<const char*, 5> kNames = {"merge", "ask_pair", "ask_cluster", "check_worker",
                                                 "shuffle"};
  ordered_json json = ordered_json::array();
  for (const Advice& advice : study.advice) {
    ordered_json one = {{"advice", kNames[static_cast<std::size_t>(advice.kind)]},
                        {"clusters", ordered_json::array()}};
    for (const int cluster : {advice.cluster, advice.other_cluster}) {
      if (cluster >= 0) one["clusters"].push_back(study.judged.clusters.Name(cluster));
    }
    if (advice.worker >= 0) one["worker"] = study.judged.workers.Name(advice.worker);
    if (advice.more_answers > 0) one["more_answers"] = advice.more_answers;
    one["text"] = AdviceText(advice, study.judged, study.score);
    json.push_back(std::move(one));
  }
  return json;
}

ordered_json StudyJson(const ScoredStudy& study) {
  const IntruderScore& score = study.score;
  ordered_json json = {{"question", score.question == IntruderQuestion::kTwins ? "twins" : "intruder"},
                       {"hits", score.hits.size()},
                       {"unanswered", ordered_json::array()}};
  for (const int hit : score.unanswered)
    json["unanswered"].push_back(study.judged.hit_names[static_cast<std::size_t>(hit)]);
  json["headline_for"] = score.headline == DrawnFrom::kTheseHits ? "these HITs" : "these clusters";
  json["overall"] = GroupJson(score, score.overall);
  json["more_clusters"] = score.more_clusters ? PrecisionJson(*score.more_clusters) : ordered_json();
  json.update(GroupsJson(study));
  if (score.knows_choices) json["dawid_skene_sweeps"] = kDawidSkeneSweeps;
  if (score.knows_choices && score.question == IntruderQuestion::kIntruder) {
    json["shoes_study"] = ShoesStudyJson(study);
    json["position_bias"] = PositionsJson(score.positions);
  }
  json.update(WorkersJson(study));
  json["advice"] = AdviceJson(study);
  return json;
}

}  // namespace

ordered_json IntruderScoreJson(const ScoredStudies& scored) {
  if (scored.by.empty()) return StudyJson(scored.studies.front());
  ordered_json json = {{"studies", ordered_json::array()}};
  for (const ScoredStudy& study : scored.studies) {
    ordered_json one = {{"labels", ordered_json::object()}};
    for (std::size_t i = 0; i < scored.by.size(); ++i) one["labels"][scored.by[i]] = study.labels[i];
    one.update(StudyJson(study));
    json["studies"].push_back(std::move(one));
  }
  return json;
}

}  // namespace crowdclust
