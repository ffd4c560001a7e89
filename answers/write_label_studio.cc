#include "answers/write_label_studio.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/json_cells.h"
#include "base/json_text.h"

namespace crowdclust {
namespace {

// The list of what is left over, and the Ranker's own name, which stands for a ranking without buckets.
constexpr auto kReservedBuckets = std::to_array<std::string_view>({"_", "rank"});

void AppendBuckets(const AssignmentToWrite& assignment, WriteCounts* counts, std::string* json) {
  std::vector<std::string> names = assignment.groups.names;
  counts->Add(WriteCount::kGroupRenamed, AvoidNames(kReservedBuckets, &names));
  std::vector<std::vector<std::string_view>> items(names.size());
  for (std::size_t i = 0; i < assignment.raw.items.size(); ++i) {
    const int group = assignment.groups.group_of_item[i];
    if (group >= 0) items[static_cast<std::size_t>(group)].push_back(assignment.raw.items[i]);
  }
  for (std::size_t g = 0; g < names.size(); ++g) {
    *json += g > 0 ? "," : "";
    AppendJsonString(names[g], json);
    *json += ":[";
    AppendJsonItems(items[g], json);
    *json += ']';
  }
}

std::string AnnotationJson(const AssignmentToWrite& assignment, WriteCounts* counts) {
  const RawAssignment& raw = assignment.raw;
  std::string json = "{";
  if (!raw.assignment.empty()) {
    json += R"("id":)";
    AppendJsonString(raw.assignment, &json);
    json += ',';
  }
  json += R"("completed_by":{"email":)";
  AppendJsonString(raw.worker, &json);
  json += R"(},"result":[{"from_name":"rank","to_name":"items","type":"ranker","value":{"ranker":{)";
  AppendBuckets(assignment, counts, &json);
  json += R"(}}}],"was_cancelled":false,"ground_truth":)";
  json += raw.golden ? "true" : "false";
  if (const std::optional<std::string> seconds = JsonSeconds(raw.seconds, counts))
    json += R"(,"lead_time":)" + *seconds;
  if (!raw.status.empty()) counts->Add(WriteCount::kStatus);
  return json + "}";
}

std::string TaskStart(const RawAssignment& raw) {
  std::string json = R"({"data":{)";
  if (!raw.hit.empty()) {
    json += R"("hit":)";
    AppendJsonString(raw.hit, &json);
    json += ',';
  }
  json += R"("items":[)";
  for (std::size_t i = 0; i < raw.items.size(); ++i) {
    json += i > 0 ? R"(,{"id":)" : R"({"id":)";
    AppendJsonString(raw.items[i], &json);
    json += '}';
  }
  return json + R"(]},"annotations":[)";
}

class TaskWriter {
 public:
  explicit TaskWriter(const WriterOutput& output) : output_(output) {}

  void Add(const AssignmentToWrite& assignment) {
    const RawAssignment& raw = assignment.raw;
    std::string json;
    if (IsOfTask(raw)) {
      json = ",";
    } else {
      json = (open_ ? "]},\n" : "[\n") + TaskStart(raw);
      open_ = true;
      hit_ = raw.hit;
      items_.assign(raw.items.begin(), raw.items.end());
    }
    output_.append(json + AnnotationJson(assignment, output_.counts));
  }

  void Finish() { output_.append(open_ ? "]}\n]\n" : "[]\n"); }

 private:
  bool IsOfTask(const RawAssignment& raw) const {
    return open_ && !hit_.empty() && raw.hit == hit_ && std::ranges::equal(raw.items, items_);
  }

  WriterOutput output_;
  bool open_ = false;
  std::string hit_;  // of the task at hand, and its items
  std::vector<std::string> items_;
};

}  // namespace

AnswersWriter WriteLabelStudio(const WriterOutput& output) {
  const auto writer = std::make_shared<TaskWriter>(output);
  return {.add =
              [writer](const AssignmentToWrite& assignment) {
                writer->Add(assignment);
                return true;
              },
          .finish = [writer] { writer->Finish(); }};
}

}  // namespace crowdclust
