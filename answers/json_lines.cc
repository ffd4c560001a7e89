#include "answers/json_lines.h"

#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/assignment_status.h"
#include "answers/group_text.h"
#include "answers/json_scan.h"
#include "base/error.h"
#include "base/json_fields.h"
#include "base/text_lines.h"

namespace crowdclust {
namespace {

using nlohmann::json;

constexpr double kLongestSeconds = 1e9;

void ReadArrays(const std::string& where, JsonFields* fields, JsonLineTexts* texts) {
  for (const json& item : fields->Array("items")) {
    texts->items.push_back(IdText(item, fmt::format("{}: item {}", where, texts->items.size() + 1)));
  }
  for (const json& group : fields->Array("groups")) {
    texts->groups.push_back(GroupText(group, fmt::format("{}: group {}", where, texts->groups.size() + 1)));
  }
}

JsonLineTexts ReadInFull(std::string_view line, const std::string& place, long long number) {
  const json object = ParseJson(line, place, number);
  const std::string where = fmt::format("{}:{}", place, number);
  JsonFields fields(object, where);
  JsonLineTexts texts;
  texts.assignment = fields.Id("assignment", "");
  texts.hit = fields.Id("hit", "");
  texts.worker = fields.Id("worker", "");
  texts.status = fields.Text("status", "");
  texts.golden = fields.Flag("golden", false);
  texts.seconds = fields.Number("seconds", std::numeric_limits<double>::quiet_NaN(), 0, kLongestSeconds);
  const bool counts = CountsAsAnswer(texts.status);
  if (counts) {
    fields.Done({"items", "groups"});  // a misspelt one is named rather than said to be missing
    if (!fields.Has("worker")) throw InputError(where + ": field 'worker' is missing; name who answered");
  }
  if (counts || (fields.Has("items") && fields.Has("groups"))) {
    ReadArrays(where, &fields, &texts);
  }
  fields.Done();
  return texts;
}

// Whether what was scanned breaks none of the rules that ReadInFull holds a line to.
bool IsInOrder(const JsonLineTexts& texts) {
  const bool counts = CountsAsAnswer(texts.status);
  const bool no_arrays = !texts.has_items && !texts.has_groups && !counts;
  return !(counts && texts.worker.empty()) && ((texts.has_items && texts.has_groups) || no_arrays) &&
         !(texts.seconds < 0 || texts.seconds > kLongestSeconds);
}

class LineReader {
 public:
  LineReader(const std::string& place, const AssignmentSink& sink) : place_(place), sink_(sink) {}

  void Add(std::string_view line, long long number) {
    if (!ScanJsonLine(line, &texts_) || !IsInOrder(texts_)) texts_ = ReadInFull(line, place_, number);
    raw_.line = number;
    raw_.hit = texts_.hit;
    raw_.assignment = texts_.assignment;
    raw_.worker = texts_.worker;
    raw_.status = texts_.status;
    raw_.golden = texts_.golden;
    raw_.seconds = texts_.seconds;
    raw_.items.assign(texts_.items.begin(), texts_.items.end());
    raw_.groups.assign(texts_.groups.begin(), texts_.groups.end());
    sink_.add(place_, raw_);
  }

 private:
  const std::string& place_;
  const AssignmentSink& sink_;
  JsonLineTexts texts_;  // of the line at hand
  RawAssignment raw_;
};

}  // namespace

void ReadJsonLines(const AnswersText& text, const AssignmentSink& sink) {
  LineReader reader(text.place, sink);
  ForEachFilledLine(text.text, [&](std::string_view line, long long number) {
    if (text.passed) text.passed(static_cast<std::size_t>(line.data() - text.text.data()));
    reader.Add(line, number);
  });
}

}  // namespace crowdclust
