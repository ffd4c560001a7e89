#include "hits/write_label_studio.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/escape_markup.h"
#include "hits/picture_name.h"

namespace crowdclust {
namespace {

using nlohmann::ordered_json;

ordered_json ShownItem(const std::string& item) {
  ordered_json shown;
  shown["id"] = item;
  const bool picture = IsPictureName(item);
  shown["title"] = picture ? "" : item;
  if (picture) shown["html"] = fmt::format("<img src=\"{}\" style=\"max-width:100%\">", EscapeMarkup(item));
  return shown;
}

}  // namespace

std::string LabelStudioTasks(const HitPlan& plan) {
  std::string text = "[";
  for (const Hit& hit : plan.hits) {
    ordered_json data;
    data["hit"] = hit.name;
    data["items"] = ordered_json::array();
    for (const int item : hit.items) data["items"].push_back(ShownItem(plan.items.Name(item)));
    if (hit.kind != HitKind::kOrdinary) data["golden"] = true;
    const ordered_json task = {{"data", data}};
    text += (text.size() > 1 ? ",\n" : "\n") + task.dump();
  }
  return text + "\n]\n";
}

std::string LabelStudioConfiguration(int num_groups) {
  std::string text =
      "<View>\n"
      "  <Header value=\"Drag what belongs together into one group. Use as many groups as you need.\"/>\n"
      "  <List name=\"items\" value=\"$items\" title=\"No group yet\"/>\n"
      "  <Ranker name=\"rank\" toName=\"items\">\n";
  for (int group = 1; group <= num_groups; ++group)
    text += fmt::format("    <Bucket name=\"g{0}\" title=\"Group {0}\"/>\n", group);
  return text + "  </Ranker>\n</View>\n";
}

}  // namespace crowdclust
