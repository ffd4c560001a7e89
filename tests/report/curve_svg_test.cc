#include "report/curve_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <string>
#include <vector>

#include "tests/report/count_text.h"

namespace crowdclust {
namespace {

using ::testing::AllOf;
using testing::CountText;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

CurvePlot Plot(std::vector<CurveSeries> series) {
  return {.title = "cost & <worth>",
          .subtitle = "sub",
          .x_label = "cost",
          .y_label = "index",
          .legend_title = "overlap",
          .series = std::move(series)};
}

// The texts of the x axis, left to right, with where they stand.
struct Tick {
  double x, value;
};

std::vector<Tick> Ticks(const std::string& svg) {
  std::vector<Tick> ticks;
  const std::regex pattern(R"re(<text x="([0-9.]+)" y="516.0" text-anchor="middle">([0-9.,e+-]+)</text>)re");
  for (auto found = std::sregex_iterator(svg.begin(), svg.end(), pattern); found != std::sregex_iterator();
       ++found) {
    std::string value = (*found)[2];
    std::erase(value, ',');
    ticks.push_back({std::stod((*found)[1]), std::stod(value)});
  }
  return ticks;
}

TEST(CurveSvg, IsWholeAndEscapesTexts) {
  const std::string svg = CurveSvg(Plot({{"a<b", {{1, 0.5, 0.1}, {10, 0.9, 0}}}}));
  EXPECT_THAT(svg, AllOf(StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""), EndsWith("</svg>\n"),
                         HasSubstr("cost &amp; &lt;worth&gt;"), HasSubstr("a&lt;b"), Not(HasSubstr("nan"))));
  EXPECT_EQ(CountText(svg, "<text"), CountText(svg, "</text>"));
}

// Every axis has a few ticks at round numbers, each where its logarithm is and none so near the next that
// their names touch.
TEST(CurveSvg, TicksAreRoundAndApart) {
  for (const auto& [from, to] : {std::pair{0.34, 15.8},
                                 {1.0, 1000.0},
                                 {1.0, 1e9},
                                 {3.0, 8.0},
                                 {90.0, 110.0},
                                 {5.0, 5.0},
                                 {0.001, 0.004},
                                 {1234.0, 56789.0},
                                 {20.0, 90.0}}) {
    const std::vector<Tick> ticks = Ticks(CurveSvg(Plot({{"1", {{from, 0, 0}, {to, 1, 0}}}})));
    EXPECT_GE(ticks.size(), from == to ? 1U : 2U) << from << " " << to;
    EXPECT_LE(ticks.size(), 14U) << from << " " << to;
    for (std::size_t t = 1; t < ticks.size(); ++t) {
      EXPECT_GT(ticks[t].value, ticks[t - 1].value);
      EXPECT_GT(ticks[t].x - ticks[t - 1].x, 24) << from << " " << to;
      if (t < 2) continue;
      const double each = (ticks[1].x - ticks[0].x) / std::log(ticks[1].value / ticks[0].value);
      EXPECT_NEAR((ticks[t].x - ticks[0].x) / std::log(ticks[t].value / ticks[0].value), each, 0.02 * each);
    }
  }
}

TEST(CurveSvg, HasABarWhereThereIsAnError) {
  const auto bars = [](double error) {
    return CountText(CurveSvg(Plot({{"1", {{1, 0.5, error}, {2, 0.6, error}}}})), "h5");
  };
  EXPECT_EQ(bars(0.1), 4);  // two ends each
  EXPECT_EQ(bars(0), 0);
  EXPECT_EQ(bars(std::nan("")), 0);
}

TEST(CurveSvg, RuleAndMarkAreThereWhenNamed) {
  CurvePlot plot = Plot({{"1", {{1, 0.5, 0}, {2, 0.6, 0}}}});
  EXPECT_THAT(CurveSvg(plot), Not(HasSubstr("<circle")));
  plot.rule_y = 0.95;
  plot.rule_name = "wanted 0.95";
  plot.marked = {2, 0.6, 0};
  plot.marked_name = "the one";
  EXPECT_THAT(CurveSvg(plot), AllOf(HasSubstr("wanted 0.95"), HasSubstr("the one"), HasSubstr("<circle")));
}

// Of a legend of many names no two lines stand on each other, and all are on the picture.
TEST(CurveSvg, ManySeriesHaveRoom) {
  std::vector<CurveSeries> series;
  for (int s = 0; s < 14; ++s) series.push_back({"name" + std::to_string(s), {{1.0 + s, 0.5, 0}}});
  const std::string svg = CurveSvg(Plot(series));
  const std::regex pattern(R"re(y="([0-9.]+)" >name)re");
  double before = 0;
  int names = 0;
  for (auto found = std::sregex_iterator(svg.begin(), svg.end(), pattern); found != std::sregex_iterator();
       ++found, ++names) {
    const double y = std::stod((*found)[1]);
    EXPECT_GT(y - before, 10);
    EXPECT_LT(y, 560);
    before = y;
  }
  EXPECT_EQ(names, 14);
}

}  // namespace
}  // namespace crowdclust
