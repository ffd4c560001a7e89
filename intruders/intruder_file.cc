#include "intruders/intruder_file.h"

#include <fmt/format.h>

#include <algorithm>
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
    const IntruderQuestion question =
        fields.Has("twins") ? IntruderQuestion::kTwins : IntruderQuestion::kIntruder;
    if (question == IntruderQuestion::kTwins) {
      ReadTwins(fields.Array("twins"), where, &hit);
    } else {
      ReadIntruder(where, &fields, &hit);
    }
    const int overlap = fields.Integer("overlap", 1, 1, kMostOverlap);
    const double reward = fields.Number("reward", 0, 0, kMostReward);
    fields.Done();
    CheckHit(hit, where);
    CheckSame(question, overlap, reward, where);
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

  int AddCluster(const std::string& name, const char* field, const std::string& where) {
    if (name.empty())
      throw InputError(fmt::format("{}: field '{}' is empty; name the cluster", where, field));
    return plan_.clusters.Add(name);
  }

  void ReadIntruder(const std::string& where, JsonFields* fields, IntruderHit* hit) {
    hit->golden = fields->Flag("golden", false);
    if (hit->golden) {
      hit->main_cluster = hit->other_cluster = -1;
    } else {
      hit->main_cluster = AddCluster(fields->Text("main_cluster"), "main_cluster", where);
      hit->other_cluster = AddCluster(fields->Text("intruder_cluster"), "intruder_cluster", where);
      if (hit->main_cluster == hit->other_cluster) {
        throw InputError(fmt::format(
            "{}: main_cluster and intruder_cluster are both '{}'; an intruder is of another cluster", where,
            plan_.clusters.Name(hit->main_cluster)));
      }
    }
    if (!fields->Has("intruder_position")) {
      throw InputError(where +
                       ": field 'intruder_position' is missing; say which item is the intruder, from 1");
    }
    const auto num_items = static_cast<int>(hit->items.size());
    hit->right_answer = fields->Integer("intruder_position", 0, 1, num_items) - 1;
  }

  void ReadTwins(const nlohmann::json& names, const std::string& where, IntruderHit* hit) {
    const auto is_text = [](const nlohmann::json& name) { return name.is_string(); };
    if (names.empty() || names.size() > 2 || !std::ranges::all_of(names, is_text)) {
      throw InputError(where + ": field 'twins' names one cluster or two, as in [\"0\", \"2\"]; not " +
                       names.dump());
    }
    hit->main_cluster = AddCluster(names.front().get<std::string>(), "twins", where);
    hit->other_cluster = AddCluster(names.back().get<std::string>(), "twins", where);
    if (names.size() == 2 && hit->main_cluster == hit->other_cluster)
      throw InputError(where + ": field 'twins' names one cluster twice; name it once, or two");
    hit->right_answer = static_cast<int>(names.size()) - 1;
  }

  void CheckHit(const IntruderHit& hit, const std::string& where) {
    if (hit.name.empty()) throw InputError(where + ": a HIT without a name");
    if (hits_.Add(hit.name) != plan_.num_hits()) {
      throw InputError(
          fmt::format("{}: HIT '{}' stands twice; give every HIT its own name", where, hit.name));
    }
    const auto [same, is_new] = hit_of_items_.emplace(hit.items, plan_.num_hits());
    if (!is_new) {
      throw InputError(fmt::format("{}: HITs '{}' and '{}' show the same items in the same order; keep one",
                                   where, hits_.Name(same->second), hit.name));
    }
  }

  void CheckSame(IntruderQuestion question, int overlap, double reward, const std::string& where) {
    if (plan_.hits.empty()) {
      plan_.question = question;
      plan_.overlap = overlap;
      plan_.reward = reward;
      return;
    }
    if (question != plan_.question)
      throw InputError(where + ": intruder HITs and twins in one file; keep each in its own");
    const auto check = [&where](const char* what, auto here, auto first) {
      if (here == first) return;
      throw InputError(fmt::format("{}: {} {}, but {} on the first line; give all HITs the same", where, what,
                                   here, first));
    };
    check("overlap", overlap, plan_.overlap);
    check("reward", reward, plan_.reward);
  }

  IntruderPlan plan_;
  NameIndex hits_;
  std::map<std::vector<int>, int> hit_of_items_;
};

nlohmann::ordered_json LineOf(const IntruderPlan& plan, const IntruderHit& hit) {
  nlohmann::ordered_json line;
  line["hit"] = hit.name;
  line["items"] = HitItemsToJson(hit.items, plan.items);
  if (plan.question == IntruderQuestion::kTwins) {
    line["twins"] = nlohmann::ordered_json::array({plan.clusters.Name(hit.main_cluster)});
    if (hit.other_cluster != hit.main_cluster) line["twins"].push_back(plan.clusters.Name(hit.other_cluster));
  } else {
    if (!hit.golden) {
      line["main_cluster"] = plan.clusters.Name(hit.main_cluster);
      line["intruder_cluster"] = plan.clusters.Name(hit.other_cluster);
    }
    line["intruder_position"] = hit.right_answer + 1;
    if (hit.golden) line["golden"] = true;
  }
  line["overlap"] = plan.overlap;
  line["reward"] = plan.reward;
  return line;
}

}  // namespace

std::string IntruderHitLines(const IntruderPlan& plan) {
  std::string text;
  for (const IntruderHit& hit : plan.hits) text += LineOf(plan, hit).dump() + '\n';
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
