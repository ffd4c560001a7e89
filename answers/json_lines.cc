#include "answers/json_lines.h"

#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "answers/assignment_status.h"
#include "answers/group_text.h"
#include "base/error.h"
#include "base/json_fields.h"
#include "base/text_lines.h"

namespace crowdclust {
namespace {

using nlohmann::json;

constexpr double kLongestSeconds = 1e9;

// The texts of one line, which a RawAssignment points into.
struct LineTexts {
  std::string hit, assignment, worker, status;
  std::vector<std::string> items;
  std::vector<std::optional<std::string>> groups;
};

void ReadArrays(const std::string& where, JsonFields* fields, LineTexts* texts) {
  for (const json& item : fields->Array("items")) {
    texts->items.push_back(IdText(item, fmt::format("{}: item {}", where, texts->items.size() + 1)));
  }
  for (const json& group : fields->Array("groups")) {
    texts->groups.push_back(GroupText(group, fmt::format("{}: group {}", where, texts->groups.size() + 1)));
  }
}

void AddLine(std::string_view line, const std::string& place, long long number, AnswersBuilder* builder) {
  const json object = ParseJson(line, place, number);
  const std::string where = fmt::format("{}:{}", place, number);
  JsonFields fields(object, where);
  LineTexts texts;
  RawAssignment raw{.line = number};
  texts.assignment = fields.Id("assignment", "");
  texts.hit = fields.Id("hit", "");
  texts.worker = fields.Id("worker", "");
  texts.status = fields.Text("status", "");
  raw.golden = fields.Flag("golden", false);
  raw.seconds = fields.Number("seconds", std::numeric_limits<double>::quiet_NaN(), 0, kLongestSeconds);
  if (CountsAsAnswer(texts.status) || (fields.Has("items") && fields.Has("groups"))) {
    ReadArrays(where, &fields, &texts);
  }
  fields.Done();

  raw.hit = texts.hit;
  raw.assignment = texts.assignment;
  raw.worker = texts.worker;
  raw.status = texts.status;
  raw.items.assign(texts.items.begin(), texts.items.end());
  raw.groups.assign(texts.groups.begin(), texts.groups.end());
  builder->Add(place, raw);
}

}  // namespace

void ReadJsonLines(std::string_view text, const std::string& place, AnswersBuilder* builder) {
  ForEachFilledLine(text,
                    [&](std::string_view line, long long number) { AddLine(line, place, number, builder); });
}

}  // namespace crowdclust
