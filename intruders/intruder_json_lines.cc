#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "answers/assignment_status.h"
#include "base/error.h"
#include "base/json_fields.h"
#include "base/text_lines.h"
#include "intruders/read_intruder_answers.h"

namespace crowdclust {
namespace {

constexpr double kLongestSeconds = 1e9;
constexpr int kMostPosition = 1000000000;

void AddLine(std::string_view line, const std::string& place, long long number,
             IntruderAnswersBuilder* builder) {
  const nlohmann::json object = ParseJson(line, place, number);
  const std::string where = fmt::format("{}:{}", place, number);
  JsonFields fields(object, where);
  const std::string status = fields.Text("status", "");
  const bool counts = CountsAsAnswer(status);
  const std::string assignment = fields.Id("assignment", "");
  const std::string hit = counts ? fields.Id("hit") : fields.Id("hit", "");
  const std::string worker = counts ? fields.Id("worker") : fields.Id("worker", "");
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
  ForEachFilledLine(text,
                    [&](std::string_view line, long long number) { AddLine(line, place, number, builder); });
}

}  // namespace crowdclust
