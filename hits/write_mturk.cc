#include "hits/write_mturk.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/delimited_text.h"
#include "hits/hit_items.h"

namespace crowdclust {
namespace {

// These letters stand in strings only, where JSON has another way to write them.
std::string HarmlessJson(const nlohmann::ordered_json& json) {
  constexpr std::string_view kLetters = "&<>'$`";
  std::string text;
  for (const char c : json.dump(-1, ' ', true)) {
    if (kLetters.find(c) == std::string_view::npos) {
      text += c;
    } else {
      text += fmt::format("\\u{:04x}", static_cast<int>(c));
    }
  }
  return text;
}

}  // namespace

std::string MturkBatch(const HitPlan& plan) {
  std::string text;
  AppendRow(std::array<std::string, 3>{"hit", "images", "golden"}, ',', &text);
  for (const Hit& hit : plan.hits) {
    const std::array<std::string, 3> cells = {hit.name, HarmlessJson(HitItemsToJson(hit.items, plan.items)),
                                              hit.kind == HitKind::kOrdinary ? "" : "1"};
    AppendRow(cells, ',', &text);
  }
  return text;
}

}  // namespace crowdclust
