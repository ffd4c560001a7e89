#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "answers/assignment_status.h"
#include "base/error.h"
#include "base/json_fields.h"
#include "intruders/read_intruder_answers.h"

namespace crowdclust {
namespace {

constexpr double kLongestSeconds = 1e9;
constexpr int kMostPosition = 1000000000;

// The text of an id that must or may be there; a number is refused.
std::string ReadId(const nlohmann::json& object, const char* field, bool must, JsonFields* fields,
                   const std::string& where) {
  if (object.contains(field) && !object[field].is_string()) {
    throw InputError(fmt::format("{}: field '{}' is {}; ids are strings in quotes, since 1.1 is not 1.10",
                                 where, field, object[field].dump()));
  }
  return must ? fields->Text(field) : fields->Text(field, "");
}

void AddLine(std::string_view line, const std::string& place, long long number,
             IntruderAnswersBuilder* builder) {
  const nlohmann::json object = ParseJson(line, place, number);
  const std::string where = fmt::format("{}:{}", place, number);
  JsonFields fields(object, where);
  const std::string status = fields.Text("status", "");
  const bool counts = CountsAsAnswer(status);
  const std::string assignment = ReadId(object, "assignment", false, &fields, where);
  const std::string hit = ReadId(object, "hit", counts, &fields, where);
  const std::string worker = ReadId(object, "worker", counts, &fields, where);
  if (counts && !fields.Has("answer")) {
    throw InputError(where + ": field 'answer' is missing; the intruder's position, from 1, is needed");
  }
  const int answer = fields.Integer("answer", 0, -kMostPosition, kMostPosition);
  const bool golden = fields.Flag("golden", false);
  const double seconds =
      fields.Number("seconds", std::numeric_limits<double>::quiet_NaN(), 0, kLongestSeconds);
  fields.Done();
  const std::string answer_text = std::to_string(answer);
  builder->Add(place, {.line = number,
                       .hit = hit,
                       .assignment = assignment,
                       .worker = worker,
                       .status = status,
                       .answer = answer_text,
                       .golden = golden,
                       .seconds = seconds});
}

}  // namespace

void ReadIntruderJsonLines(std::string_view text, const std::string& place, IntruderAnswersBuilder* builder) {
  long long number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    ++number;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) AddLine(line, place, number, builder);
    begin = end + 1;
  }
}

}  // namespace crowdclust
