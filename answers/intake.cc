#include "answers/intake.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/grouped_digits.h"

namespace crowdclust {
namespace {

// "1 assignment", "1,200 assignments".
std::string Count(std::int64_t count, std::string_view one) {
  return fmt::format("{} {}{}", GroupDigits(count), one, count == 1 ? "" : "s");
}

// "a line\nanother\n" -> "a line; another".
std::string InOneLine(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "; ");
  return text;
}

}  // namespace

std::string DescribeIntake(const Intake& intake) {
  std::string text =
      fmt::format("{} read, {}\n", Count(intake.assignments, "assignment"), Count(intake.rows, "row"));
  const auto say = [&text](std::int64_t count, std::string_view one, std::string_view rest) {
    if (count > 0) text += fmt::format("{} {}\n", Count(count, one), rest);
  };
  for (const auto& [status, count] : intake.by_status) say(count, "assignment", "left out: status " + status);
  say(intake.golden, "assignment", "to golden HITs left out");
  say(intake.golden_included, "assignment", "to golden HITs taken, as asked");
  say(intake.duplicates, "later answer",
      "of a worker to the same HIT left out; the first: " + intake.first_duplicate);
  say(intake.items_without_group, "item", "without a group left out");
  say(intake.without_pairs, "assignment", "with fewer than two items in groups: no pair labels");
  if (!intake.ignored_columns.empty()) {
    std::string names;
    for (const std::string& name : intake.ignored_columns) names += (names.empty() ? "" : ", ") + name;
    text += "columns not read: " + names + "\n";
  }
  return text;
}

void RequireAnswers(const Intake& intake, std::span<const std::filesystem::path> paths) {
  if (intake.assignments > 0) return;
  const std::string more = paths.size() > 1 ? " and the other files" : "";
  throw InputError(paths[0].string() + more + ": no answer is left: " + InOneLine(DescribeIntake(intake)));
}

}  // namespace crowdclust
