#include "hits/hit_file.h"

#include <fmt/format.h>

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

constexpr int kMostOverlap = 1000000;
constexpr double kMostReward = 1e6;

// The kind of a HIT and, where it is not ordinary, its known groups, whatever they are called.
void ReadKnownGroups(const std::string& where, JsonFields* fields, Hit* hit) {
  const std::string kind = fields->Text("kind", HitKindName(HitKind::kOrdinary));
  try {
    hit->kind = ParseHitKind(kind);
  } catch (const InputError& error) {
    throw InputError(fmt::format("{}: {}", where, error.what()));
  }
  const bool known = fields->Has("known_groups");
  if (known != (hit->kind != HitKind::kOrdinary)) {
    throw InputError(where + (known ? ": known_groups of an ordinary HIT; say its kind, or leave them away"
                                    : fmt::format(": a HIT of kind '{}' without known_groups", kind)));
  }
  if (!known) return;
  NameIndex groups;
  for (const nlohmann::json& group : fields->Array("known_groups")) {
    const bool whole = group.is_number_integer();
    if (!whole && !group.is_string()) {
      throw InputError(
          fmt::format("{}: known group {}; a group is a whole number or a string", where, group.dump()));
    }
    hit->known_group.push_back(groups.Add(whole ? group.dump() : group.get<std::string>()));
  }
  if (hit->known_group.size() != hit->items.size()) {
    throw InputError(fmt::format("{}: {} known_groups for {} items; give every item one", where,
                                 hit->known_group.size(), hit->items.size()));
  }
}

// Adds the HIT of one line to the plan; `hits` knows the names so far.
void AddLine(const nlohmann::json& line, const std::string& where, NameIndex* hits, HitPlan* plan) {
  JsonFields fields(line, where);
  const std::string name = fields.Text("hit");
  Hit hit{.name = name, .items = HitItemsFromJson(fields.Array("items"), where, &plan->items)};
  if (hit.items.size() < 2) {
    throw InputError(fmt::format("{}: {} items; a HIT needs 2 or more", where, hit.items.size()));
  }
  ReadKnownGroups(where, &fields, &hit);
  const int overlap = fields.Integer("overlap", 1, 0, kMostOverlap);
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

std::vector<int> OneBased(std::vector<int> groups) {
  for (int& group : groups) ++group;
  return groups;
}

}  // namespace

std::string HitLines(const HitPlan& plan) {
  std::string text;
  for (const Hit& hit : plan.hits) {
    nlohmann::ordered_json line;
    line["hit"] = hit.name;
    if (hit.kind != HitKind::kOrdinary) line["kind"] = HitKindName(hit.kind);
    line["items"] = HitItemsToJson(hit.items, plan.items);
    if (hit.kind != HitKind::kOrdinary) line["known_groups"] = OneBased(hit.known_group);
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
