#include "intruders/intruder_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/input_file.h"
#include "base/json_fields.h"

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
    std::vector<int> items;
    std::unordered_set<int> seen;
    for (const nlohmann::json& name : names) {
      if (!name.is_string())
        throw InputError(fmt::format("{}: item {} must be a string", where, name.dump()));
      const auto& text = name.get_ref<const std::string&>();
      if (text.empty()) throw InputError(where + ": an item without a name");
      const int item = plan_.items.Add(text);
      if (!seen.insert(item).second) {
        throw InputError(fmt::format("{}: item '{}' stands twice in the HIT; show it once", where, text));
      }
      items.push_back(item);
    }
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
    line["items"] = nlohmann::ordered_json::array();
    for (const int item : hit.items) line["items"].push_back(plan.items.Name(item));
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
  long long number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    builder.AddLine(ParseJson(line, place, number), fmt::format("{}:{}", place, number));
  }
  return builder.Finish();
}

IntruderPlan ReadIntruderHitFile(const std::filesystem::path& path) {
  return ParseIntruderHitLines(ReadFile(path), path.string());
}

}  // namespace crowdclust
