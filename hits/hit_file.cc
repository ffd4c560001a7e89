#include "hits/hit_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.h"
#include "base/input_file.h"
#include "base/json_fields.h"
#include "base/text_lines.h"
#include "hits/hit_items.h"

namespace crowdclust {
namespace {

constexpr int kMostOverlap = 1000000;
constexpr double kMostReward = 1e6;

// Adds the HIT of one line to the plan; `hits` knows the names so far.
void AddLine(const nlohmann::json& line, const std::string& where, NameIndex* hits, HitPlan* plan) {
  JsonFields fields(line, where);
  const std::string name = fields.Text("hit");
  Hit hit{.name = name, .items = HitItemsFromJson(fields.Array("items"), where, &plan->items)};
  if (hit.items.size() < 2) {
    throw InputError(fmt::format("{}: {} items; a HIT needs 2 or more", where, hit.items.size()));
  }
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
    line["items"] = HitItemsToJson(hit.items, plan.items);
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
  ForEachFilledLine(text, [&](std::string_view line, long long number) {
    AddLine(ParseJson(line, place, number), fmt::format("{}:{}", place, number), &hits, &plan);
  });
  return plan;
}

HitPlan ReadHitFile(const std::filesystem::path& path) {
  return ParseHitLines(ReadFile(path), path.string());
}

}  // namespace crowdclust
