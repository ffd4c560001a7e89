#include "intruders/intruder_file.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/input_file.h"
#include "base/json_fields.h"
#include "base/text_lines.h"
#include "hits/hit_items.h"

namespace crowdclust {
namespace {

constexpr int kFewestItems = 3;
constexpr int kMostOverlap = 1000000;
constexpr double kMostReward = 1e6;

class PlanBuilder {
 public:
  void AddLine(const nlohmann::json& line, const std::string& where) {
    JsonFields fields(line, where);
    IntruderHit hit;
    hit.name = fields.Text("hit");
    hit.items = ReadItems(fields.Array("items"), where);
    const auto num_items = static_cast<int>(hit.items.size());
    hit.main_cluster = ReadCluster("main_cluster", where, &fields);
    hit.intruder_cluster = ReadCluster("intruder_cluster", where, &fields);
    if (!fields.Has("intruder_position")) {
      throw InputError(where +
                       ": field 'intruder_position' is missing; say which item is the intruder, from 1");
    }
    hit.intruder_position = fields.Integer("intruder_position", 0, 1, num_items) - 1;
    const int overlap = fields.Integer("overlap", 1, 1, kMostOverlap);
    const double reward = fields.Number("reward", 0, 0, kMostReward);
    fields.Done();
    CheckHit(hit, where);
    CheckSame(num_items, overlap, reward, where);
    plan_.hits.push_back(std::move(hit));
  }

  IntruderPlan Finish() { return std::move(plan_); }

 private:
  std::vector<int> ReadItems(const nlohmann::json& names, const std::string& where) {
    std::vector<int> items = HitItemsFromJson(names, where, &plan_.items);
    if (static_cast<int>(items.size()) < kFewestItems) {
      throw InputError(
          fmt::format("{}: items: {}; an intruder HIT needs {} or more", where, items.size(), kFewestItems));
    }
    return items;
  }

  int ReadCluster(const char* field, const std::string& where, JsonFields* fields) {
    const std::string name = fields->Text(field);
    if (name.empty())
      throw InputError(fmt::format("{}: field '{}' is empty; name the cluster", where, field));
    return plan_.clusters.Add(name);
  }

  void CheckHit(const IntruderHit& hit, const std::string& where) {
    if (hit.name.empty()) throw InputError(where + ": a HIT without a name");
    if (hits_.Add(hit.name) != plan_.num_hits()) {
      throw InputError(
          fmt::format("{}: HIT '{}' stands twice; give every HIT its own name", where, hit.name));
    }
    if (hit.main_cluster == hit.intruder_cluster) {
      throw InputError(fmt::format(
          "{}: main_cluster and intruder_cluster are both '{}'; an intruder is of another cluster", where,
          plan_.clusters.Name(hit.main_cluster)));
    }
    const auto [same, is_new] = hit_of_items_.emplace(hit.items, plan_.num_hits());
    if (!is_new) {
      throw InputError(fmt::format("{}: HITs '{}' and '{}' show the same items in the same order; keep one",
                                   where, hits_.Name(same->second), hit.name));
    }
  }

  void CheckSame(int num_items, int overlap, double reward, const std::string& where) {
    if (plan_.hits.empty()) {
      plan_.overlap = overlap;
      plan_.reward = reward;
      return;
    }
    const auto check = [&where](const char* what, auto here, auto first) {
      if (here == first) return;
      throw InputError(fmt::format("{}: {} {}, but {} on the first line; give all HITs the same", where, what,
                                   here, first));
    };
    check("items:", num_items, plan_.per_hit());
    check("overlap", overlap, plan_.overlap);
    check("reward", reward, plan_.reward);
  }

  IntruderPlan plan_;
  NameIndex hits_;
  std::map<std::vector<int>, int> hit_of_items_;
};

}  // namespace

std::string IntruderHitLines(const IntruderPlan& plan) {
  std::string text;
  for (const IntruderHit& hit : plan.hits) {
    nlohmann::ordered_json line;
    line["hit"] = hit.name;
    line["items"] = HitItemsToJson(hit.items, plan.items);
    line["main_cluster"] = plan.clusters.Name(hit.main_cluster);
    line["intruder_cluster"] = plan.clusters.Name(hit.intruder_cluster);
    line["intruder_position"] = hit.intruder_position + 1;
    line["overlap"] = plan.overlap;
    line["reward"] = plan.reward;
    text += line.dump();
    text += '\n';
  }
  return text;
}

IntruderPlan ParseIntruderHitLines(std::string_view text, const std::string& place) {
  text = CheckText(text, place);
  PlanBuilder builder;
  ForEachFilledLine(text, [&](std::string_view line, long long number) {
    builder.AddLine(ParseJson(line, place, number), fmt::format("{}:{}", place, number));
  });
  return builder.Finish();
}

IntruderPlan ReadIntruderHitFile(const std::filesystem::path& path) {
  return ParseIntruderHitLines(ReadFile(path), path.string());
}

}  // namespace crowdclust
