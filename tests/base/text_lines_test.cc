#include "base/text_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

std::vector<std::pair<std::string, long long>> Lines(std::string_view text) {
  std::vector<std::pair<std::string, long long>> lines;
  ForEachFilledLine(text,
                    [&lines](std::string_view line, long long number) { lines.emplace_back(line, number); });
  return lines;
}

TEST(ForEachFilledLine, CountsTheLinesItPassesOver) {
  EXPECT_THAT(Lines("a\n\n \t\r\nb c\n"), ElementsAre(Pair("a", 1), Pair("b c", 4)));
}

TEST(ForEachFilledLine, NeedsNoLineEndAtTheEnd) { EXPECT_THAT(Lines("\na"), ElementsAre(Pair("a", 2))); }

TEST(ForEachFilledLine, OfNothingIsNothing) {
  EXPECT_THAT(Lines(""), IsEmpty());
  EXPECT_THAT(Lines("\n\n"), IsEmpty());
}

}  // namespace
}  // namespace crowdclust
