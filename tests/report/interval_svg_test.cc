#include "report/interval_svg.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/report/count_text.h"

namespace crowdclust {
namespace {

using testing::CountText;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(IntervalSvg, HasARowForEachAndOneLineOfChance) {
  IntervalPlot plot{.title = "Found", .subtitle = "all <of> them", .axis = "share", .rows = {}};
  plot.rows.push_back(
      {.name = "a & b", .share = 0.5, .low = 0.4, .high = 0.6, .chance = 0.125, .note = "5 of 10"});
  plot.rows.push_back({.name = "none", .share = std::nan(""), .chance = 0.125});
  const std::string svg = IntervalSvg(plot);
  EXPECT_THAT(svg, HasSubstr("a &amp; b"));
  EXPECT_THAT(svg, HasSubstr("all &lt;of&gt; them"));
  EXPECT_THAT(svg, HasSubstr("5 of 10"));
  EXPECT_EQ(CountText(svg, "<circle"), 1);  // nothing is drawn of what is not known
  EXPECT_EQ(CountText(svg, "#b00020"), 2);  // one line and its name
  EXPECT_THAT(svg, HasSubstr("cx=\"470.0\""));
  plot.rows[1].chance = 0.25;
  EXPECT_EQ(CountText(IntervalSvg(plot), "#b00020"), 2);  // a tick on each row, no name
  EXPECT_THAT(IntervalSvg(plot), Not(HasSubstr(">chance<")));
}

TEST(IntervalSvg, ARowOfWhichNothingIsKnownHidesNoChance) {
  const double unknown = std::nan("");
  const std::string svg = IntervalSvg({.title = "t",
                                       .rows = {{.name = "a", .share = unknown, .chance = unknown},
                                                {.name = "b", .share = 1, .chance = 0.25}}});
  EXPECT_THAT(svg, HasSubstr(">chance<"));
}

TEST(IntervalSvg, CutsLongNamesBetweenCharacters) {
  std::string name;
  for (int i = 0; i < 40; ++i) name += "é";
  const std::string svg =
      IntervalSvg({.title = "t", .rows = {{.name = name, .share = 1, .low = 1, .high = 1}}});
  std::string cut;
  for (int i = 0; i < 26; ++i) cut += "é";
  EXPECT_THAT(svg, HasSubstr(">" + cut + "…<"));
}

}  // namespace
}  // namespace crowdclust
