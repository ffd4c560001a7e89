#include "hits/write_toloka_suites.h"

#include <nlohmann/json.hpp>

#include "hits/hit_items.h"
#include "hits/toloka_hint.h"

namespace crowdclust {
namespace {

using nlohmann::ordered_json;

ordered_json TaskOf(const Hit& hit, const NameIndex& items) {
  ordered_json task;
  task["input_values"]["images"] = HitItemsToJson(hit.items, items);
  if (hit.kind == HitKind::kOrdinary) return task;
  ordered_json result = ordered_json::array();
  for (const int group : hit.known_group) result.push_back({{"group", group + 1}});
  ordered_json solution;
  solution["output_values"]["result"] = result;
  solution["correctness_weight"] = 1;
  task["known_solutions"] = ordered_json::array({solution});
  if (hit.kind == HitKind::kTraining) task["message_on_unknown_solution"] = TolokaHint(hit);
  return task;
}

}  // namespace

std::string TolokaSuites(const HitPlan& plan) {
  std::string text = "[";
  for (const Hit& hit : plan.hits) {
    ordered_json suite;
    suite["pool_id"] = "";
    if (plan.overlap > 0) {
      suite["overlap"] = plan.overlap;
    } else {
      suite["infinite_overlap"] = true;
    }
    suite["tasks"] = ordered_json::array({TaskOf(hit, plan.items)});
    text += (text.size() > 1 ? ",\n" : "\n") + suite.dump();
  }
  return text + "\n]\n";
}

}  // namespace crowdclust
