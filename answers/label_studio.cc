#include "answers/label_studio.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/label_studio_fields.h"
#include "answers/label_studio_groups.h"
#include "answers/label_studio_items.h"
#include "answers/label_studio_result.h"
#include "answers/raw_assignment.h"
#include "base/error.h"
#include "base/json_elements.h"
#include "base/json_fields.h"

namespace crowdclust {
namespace {

using nlohmann::json;

using Groups = std::vector<std::optional<std::string>>;

// Fields that the short export adds to those of the data.
constexpr auto kOwnFields = std::to_array<std::string_view>(
    {"id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", "agreement", "history"});

// The fields of an annotation that the two exports name differently.
struct AnnotationNames {
  std::string_view id, worker;
};
constexpr AnnotationNames kFull = {.id = "id", .worker = "completed_by"};
constexpr AnnotationNames kShort = {.id = "annotation_id", .worker = "annotator"};

class TaskReader {
 public:
  TaskReader(const std::string& place, const AssignmentSink& sink) : place_(place), sink_(sink) {}

  void Add(const JsonElement& element) {
    line_ = element.line;
    const std::string part = fmt::format("task {}", element.number);
    where_ = fmt::format("{}:{}: {}", place_, line_, part);
    items_field_.clear();
    const json task = ParseJson(element.text, place_, line_, part);
    if (!task.is_object())
      throw InputError(fmt::format("{} is {}; an object is needed", where_, task.dump()));
    if (task.contains("annotations")) {
      AddTask(task);
    } else if (task.contains(kShort.id) || task.contains(kShort.worker)) {
      AddRecord(task);
    } else {
      throw InputError(where_ +
                       ": neither 'annotations' nor 'annotation_id'; export the project as JSON or JSON_MIN");
    }
  }

 private:
  // A task of the full export.
  void AddTask(const json& task) {
    const json* data = FilledField(task, "data");
    if (data == nullptr || !data->is_object())
      throw InputError(where_ + ": no object 'data'; export the project as JSON or JSON_MIN");
    ReadHit(task, *data);
    const json& annotations = task["annotations"];
    if (annotations.is_null() || annotations.empty()) return AddUnanswered();
    if (!annotations.is_array()) {
      throw InputError(
          fmt::format("{}: field 'annotations' is {}; an array is needed", where_, annotations.dump()));
    }
    long long number = 0;
    for (const json& annotation : annotations) {
      const std::string where = fmt::format("{}: annotation {}", where_, ++number);
      if (!annotation.is_object())
        throw InputError(fmt::format("{} is {}; an object is needed", where, annotation.dump()));
      const bool cancelled = LabelStudioFlag(annotation, "was_cancelled", where);
      Groups groups;
      if (!cancelled) {
        ReadItems(*data);
        groups = GroupsOfRanking(RankingOf(annotation, where), items_, where);
      }
      const bool ground_truth = LabelStudioFlag(annotation, "ground_truth", where);
      AddAnnotation(annotation, {kFull, where, cancelled, ground_truth, groups});
    }
    if (!items_field_.empty()) NameUnread(*data, {"hit", "golden", items_field_});
  }

  // An annotation with its task's data, as the short export has them.
  void AddRecord(const json& record) {
    ReadHit(record, record);
    if (FilledField(record, kShort.id) == nullptr && FilledField(record, kShort.worker) == nullptr)
      return AddUnanswered();
    ReadItems(record);
    const LabelStudioRanking ranking = FindShortRanking(record, items_, where_);
    const Groups groups = GroupsOfRanking(ranking, items_, where_);
    AddAnnotation(record, {kShort, where_, false, false, groups});
    std::vector<std::string_view> read = {"hit", "golden", items_field_, ranking.name};
    read.insert(read.end(), kOwnFields.begin(), kOwnFields.end());
    NameUnread(record, read);
  }

  void ReadHit(const json& task, const json& data) {
    const json* hit = FilledField(data, "hit");
    hit_ = hit == nullptr ? "" : IdText(*hit, where_ + ": field 'hit'");
    if (hit_.empty()) hit_ = LabelStudioId(task, "id", where_);
    golden_ = LabelStudioGolden(data, where_);
  }

  // Once for all annotations of a task.
  void ReadItems(const json& data) {
    if (!items_field_.empty()) return;
    items_field_ = LabelStudioItemsField(data, where_);
    items_ = LabelStudioItems(data, items_field_, where_);
  }

  LabelStudioRanking RankingOf(const json& annotation, const std::string& where) {
    const json* results = FilledField(annotation, "result");
    if (results == nullptr || !results->is_array())
      throw InputError(where + ": no array 'result'; export the project as JSON or JSON_MIN");
    std::vector<std::string> others;
    LabelStudioRanking ranking = FindRanking(*results, where, &others);
    for (const std::string& other : others) sink_.ignore_column(other);
    return ranking;
  }

  struct Annotation {
    const AnnotationNames& names;
    const std::string& where;
    bool cancelled;
    bool ground_truth;
    const Groups& groups;
  };

  void AddAnnotation(const json& object, const Annotation& annotation) {
    const std::string id = LabelStudioId(object, annotation.names.id, annotation.where);
    const std::string worker = LabelStudioWorker(object, annotation.names.worker, annotation.where);
    RawAssignment raw{.line = line_, .hit = hit_, .assignment = id, .worker = worker};
    if (annotation.cancelled) {
      raw.status = "SKIPPED";
    } else {
      raw.golden = golden_ || annotation.ground_truth;
      raw.seconds = LabelStudioSeconds(object, annotation.where);
      raw.items.assign(items_.begin(), items_.end());
      raw.groups.assign(annotation.groups.begin(), annotation.groups.end());
    }
    sink_.add(place_, raw);
  }

  void AddUnanswered() { sink_.add(place_, {.line = line_, .hit = hit_, .status = "UNANSWERED"}); }

  void NameUnread(const json& object, const std::vector<std::string_view>& read) {
    for (const auto& [name, ignored] : object.items()) {
      if (std::ranges::find(read, name) == read.end()) sink_.ignore_column(name);
    }
  }

  const std::string& place_;
  const AssignmentSink& sink_;

  // Of the task at hand.
  long long line_ = 0;
  std::string where_;  // for messages
  std::string hit_;
  bool golden_ = false;
  std::string items_field_;  // empty where the items are not read
  std::vector<std::string> items_;
};

}  // namespace

void ReadLabelStudio(const AnswersText& text, const AssignmentSink& sink) {
  JsonElements elements(text.text, text.place);
  TaskReader reader(text.place, sink);
  bool empty = true;
  for (JsonElement element; elements.Next(&element); empty = false) {
    if (text.passed) text.passed(static_cast<std::size_t>(element.text.data() - text.text.data()));
    reader.Add(element);
  }
  if (empty) throw InputError(text.place + ": an export without tasks; export a project that has some");
}

}  // namespace crowdclust
