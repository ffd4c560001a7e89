#include "answers/write_counts.h"

#include <fmt/format.h>

#include <string_view>

#include "base/grouped_digits.h"

namespace crowdclust {
namespace {

struct Phrase {
  WriteCount what;
  std::string_view before, one, after;
};

constexpr auto kPhrases = std::to_array<Phrase>({
    {WriteCount::kHit, "not held: the HIT of ", "assignment", ""},
    {WriteCount::kHitMadeUp, "made up: the HIT of ", "assignment", " without one"},
    {WriteCount::kHitNumbered, "numbered by pair: the HIT or id of ", "assignment", ""},
    {WriteCount::kId, "not held: the id of ", "assignment", ""},
    {WriteCount::kIdMadeUp, "made up: the id of ", "assignment", " without one of its own"},
    {WriteCount::kSeconds, "not held: the seconds of ", "assignment", ""},
    {WriteCount::kSecondsRounded, "rounded to a thousandth: the seconds of ", "assignment", ""},
    {WriteCount::kStatus, "not held: the status of ", "assignment", ""},
    {WriteCount::kGolden, "not held: the golden mark of ", "assignment", ""},
    {WriteCount::kWords, "not held: the words for groups of ", "assignment", ""},
    {WriteCount::kGroupRenamed, "written with a space behind: the name of ", "group",
     ", which means something else in this format"},
    {WriteCount::kItemWithoutGroup, "not held: ", "item", " without a group"},
    {WriteCount::kUser, "written as further users, such as w1#2: ", "later assignment", " of a worker"},
    {WriteCount::kNoPairs, "left out: ", "assignment", " with fewer than two items in groups"},
    {WriteCount::kNoTriple, "left out: ", "assignment", " not of three items with an odd one"},
});
static_assert(kPhrases.size() == static_cast<std::size_t>(WriteCount::kCount));

}  // namespace

std::string DescribeWriteCounts(const WriteCounts& counts) {
  std::string text;
  for (const Phrase& phrase : kPhrases) {
    const std::int64_t count = counts.Of(phrase.what);
    if (count == 0) continue;
    text += fmt::format("{}{} {}{}{}\n", phrase.before, GroupDigits(count), phrase.one, count == 1 ? "" : "s",
                        phrase.after);
  }
  return text;
}

}  // namespace crowdclust
