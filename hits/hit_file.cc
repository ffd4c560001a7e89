#include "hits/hit_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/input_file.h"
#include "base/json_fields.h"

namespace crowdclust {
namespace {

constexpr int kMostOverlap = 1000000;
constexpr double kMostReward = 1e6;

std::vector<int> ItemsOf(const nlohmann::json& names, const std::string& where, NameIndex* all) {
  std::vector<int> items;
  std::unordered_set<int> seen;
  for (const nlohmann::json& name : names) {
    if (!name.is_string()) throw InputError(fmt::format("{}: item {} must be a string", where, name.dump()));
    const auto& text = name.get_ref<const std::string&>();
    if (text.empty()) throw InputError(fmt::format("{}: an item without a name", where));
    const int item = all->Add(text);
    if (!seen.insert(item).second) {
      throw InputError(fmt::format("{}: item '{}' stands twice in the HIT; show it once", where, text));
    }
    items.push_back(item);
  }
  if (items.size() < 2)
    throw InputError(fmt::format("{}: {} items; a HIT needs 2 or more", where, items.size()));
  return items;
}

// Adds the HIT of one line to the plan; `hits` knows the names so far.
void AddLine(const nlohmann::json& line, const std::string& where, NameIndex* hits, HitPlan* plan) {
  JsonFields fields(line, where);
  const std::string name = fields.Text("hit");
  Hit hit{.name = name, .items = ItemsOf(fields.Array("items"), where, &plan->items)};
  const int overlap = fields.Integer("overlap", 1, 1, kMostOverlap);
  const double reward = fields.Number("reward", 0, 0, kMostReward);
  fields.Done();
  if (name.empty()) throw InputError(where + ": a HIT without a name");
  if (hits->Add(name) != static_cast<int>(plan->hits.size())) {
    throw InputError(fmt::format("{}: HIT '{}' stands twice; give every HIT its own name", where, name));
  }
  if (plan->hits.empty()) {
    plan->overlap = overlap;
    plan->reward = reward;
  }
  if (overlap != plan->overlap) {
    throw InputError(fmt::format("{}: overlap {}, but {} on the first line; give all HITs the same", where,
                                 overlap, plan->overlap));
  }
  if (reward != plan->reward) {
    throw InputError(fmt::format("{}: reward {}, but {} on the first line; give all HITs the same", where,
                                 reward, plan->reward));
  }
  plan->hits.push_back(std::move(hit));
}

}  // namespace

std::string HitLines(const HitPlan& plan) {
  std::string text;
  for (const Hit& hit : plan.hits) {
    nlohmann::ordered_json line;
    line["hit"] = hit.name;
    line["items"] = nlohmann::ordered_json::array();
    for (const int item : hit.items) line["items"].push_back(plan.items.Name(item));
    line["overlap"] = plan.overlap;
    line["reward"] = plan.reward;
    text += line.dump();
    text += '\n';
  }
  return text;
}

HitPlan ParseHitLines(std::string_view text, const std::string& place) {
  text = CheckText(text, place);
  HitPlan plan;
  NameIndex hits;
  long long number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    AddLine(ParseJson(line, place, number), fmt::format("{}:{}", place, number), &hits, &plan);
  }
  return plan;
}

HitPlan ReadHitFile(const std::filesystem::path& path) {
  return ParseHitLines(ReadFile(path), path.string());
}

}  // namespace crowdclust
