#include "intruders/score_tables.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/delimited_text.h"

namespace crowdclust {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::pair<const char*, ShareRight GroupScore::*>, 3> kShares = {{
    {"answers", &GroupScore::answers},
    {"majority", &GroupScore::majority},
    {"dawid_skene", &GroupScore::dawid_skene},
}};

std::string SixPlaces(double share) { return fmt::format("{:.6f}", share); }

void AddGroup(const IntruderPlan& plan, const GroupScore& group, double chance, std::string* text) {
  const bool all = group.main_cluster < 0;
  std::vector<std::string> row = {all ? "all" : "cluster", all ? "" : plan.clusters.Name(group.main_cluster),
                                  std::to_string(group.hits), std::to_string(group.unanswered)};
  for (const auto& [name, member] : kShares) {
    const ShareRight& share = group.*member;
    const Interval interval = share.interval();
    row.push_back(std::to_string(share.right));
    row.push_back(std::to_string(share.total));
    row.push_back(share.total > 0 ? SixPlaces(share.share()) : "NA");
    row.push_back(SixPlaces(interval.low));
    row.push_back(SixPlaces(interval.high));
  }
  row.push_back(SixPlaces(chance));
  AppendRow(row, '\t', text);
}

ordered_json GroupJson(const GroupScore& group) {
  ordered_json json = {{"hits", group.hits}, {"unanswered", group.unanswered}};
  for (const auto& [name, member] : kShares) {
    const ShareRight& share = group.*member;
    const Interval interval = share.interval();
    json[name] = {{"right", share.right},
                  {"total", share.total},
                  {"share", share.total > 0 ? ordered_json(share.share()) : ordered_json(nullptr)},
                  {"low", interval.low},
                  {"high", interval.high}};
  }
  return json;
}

}  // namespace

std::string IntruderClustersTable(const IntruderPlan& plan, const IntruderScore& score) {
  std::vector<std::string> header = {"scope", "main_cluster", "hits", "unanswered"};
  for (const auto& [name, member] : kShares) {
    for (const char* what : {"right", "total", "share", "low", "high"})
      header.push_back(fmt::format("{}_{}", name, what));
  }
  header.push_back("chance");
  std::string text;
  AppendRow(header, '\t', &text);
  AddGroup(plan, score.overall, score.chance, &text);
  for (const GroupScore& group : score.by_cluster) AddGroup(plan, group, score.chance, &text);
  return text;
}

std::string IntruderHitsTable(const IntruderPlan& plan, const IntruderScore& score) {
  std::string text;
  AppendRow(std::array<std::string, 11>{"hit", "main_cluster", "intruder_cluster", "intruder_position",
                                        "answers", "right", "majority", "majority_tied", "majority_right",
                                        "dawid_skene", "dawid_skene_right"},
            '\t', &text);
  for (std::size_t h = 0; h < score.hits.size(); ++h) {
    const IntruderHit& hit = plan.hits[h];
    const HitOutcome& outcome = score.hits[h];
    const auto known = [&outcome](int value) { return outcome.answers > 0 ? std::to_string(value) : "NA"; };
    AppendRow(
        std::array<std::string, 11>{
            hit.name, plan.clusters.Name(hit.main_cluster), plan.clusters.Name(hit.intruder_cluster),
            std::to_string(hit.intruder_position + 1), std::to_string(outcome.answers),
            std::to_string(outcome.right), known(outcome.majority + 1), known(outcome.is_tied),
            known(outcome.majority_right), known(outcome.dawid_skene + 1), known(outcome.dawid_skene_right)},
        '\t', &text);
  }
  return text;
}

ordered_json IntruderScoreJson(const IntruderPlan& plan, const IntruderScore& score) {
  ordered_json json = {{"per_hit", plan.per_hit()},
                       {"chance", score.chance},
                       {"dawid_skene_sweeps", kDawidSkeneSweeps},
                       {"unanswered", ordered_json::array()},
                       {"overall", GroupJson(score.overall)},
                       {"clusters", ordered_json::array()}};
  for (const int hit : score.unanswered)
    json["unanswered"].push_back(plan.hits[static_cast<std::size_t>(hit)].name);
  for (const GroupScore& group : score.by_cluster) {
    ordered_json cluster = {{"cluster", plan.clusters.Name(group.main_cluster)}};
    cluster.update(GroupJson(group));
    json["clusters"].push_back(std::move(cluster));
  }
  return json;
}

}  // namespace crowdclust
