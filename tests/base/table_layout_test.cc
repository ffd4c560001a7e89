#include "base/table_layout.h"

#include <gtest/gtest.h>

#include <string>

namespace crowdclust {
namespace {

TEST(GuessLayout, TheSeparatorStandsMostOftenInTheFirstLine) {
  EXPECT_EQ(GuessLayout("a,b\tc,d\n").separator, ',');
  EXPECT_EQ(GuessLayout("a,b\tc\n,,,,").separator, '\t') << "tab before comma at a tie";
  EXPECT_EQ(GuessLayout("a;b;c,d\n").separator, ';');
  EXPECT_EQ(GuessLayout("\"a,b,c\"\td\n").separator, '\t') << "not those in quotes";
  EXPECT_EQ(GuessLayout("\r\n\na;b\n").separator, ';') << "empty lines are no first line";
  EXPECT_EQ(GuessLayout("item\n").separator, ',');
  EXPECT_EQ(GuessLayout("").separator, ',');
}

TEST(GuessLayout, AFirstLineMaySayTheSeparator) {
  for (const std::string text :
       {"sep=;\na,b,c;d\n", "sep=;\r\na,b,c;d\r\n", "SEP=;\ra,b,c;d\r", "\"sep=;\"\na,b,c;d\n"}) {
    const TableLayout layout = GuessLayout(text);
    EXPECT_EQ(layout.separator, ';') << text;
    EXPECT_EQ(layout.begin, text.find_first_of("\r\n") + 1 + (text.find("\r\n") < text.size() ? 1 : 0))
        << text;
    EXPECT_EQ(layout.first_line, 2);
  }
  EXPECT_EQ(GuessLayout("sep=\t\na\tb\n").separator, '\t');
  EXPECT_EQ(GuessLayout("sep=|\na|b\n").separator, '|');
  EXPECT_EQ(GuessLayout("\n\nsep=|\na|b\n").first_line, 4);
  EXPECT_EQ(GuessLayout("sep=;").begin, 5U) << "and nothing else";
}

TEST(GuessLayout, OtherFirstLinesAreTheHeader) {
  for (const char* text : {"sep=\na\n", "sep=a\na\n", "sep=\"\na\n", "sep=;;\na\n", "sep\na\n",
                           "\"sep=;\na\n", "sep= \na\n", "sep=\xC3\na\n"}) {
    EXPECT_EQ(GuessLayout(text).begin, 0U) << text;
    EXPECT_EQ(GuessLayout(text).first_line, 1) << text;
  }
}

TEST(GuessLayout, ReturnsEndLinesWhereNoLineFeedStandsOutsideQuotes) {
  EXPECT_EQ(GuessLayout("a,b\rc,d\r").line_end, '\r');
  EXPECT_EQ(GuessLayout("a,\"b\nc\"\rd,e").line_end, '\r');
  EXPECT_EQ(GuessLayout("a,b\r\nc,d\r\n").line_end, '\n');
  EXPECT_EQ(GuessLayout("a\rb,c\nd\re\n").line_end, '\n');
  EXPECT_EQ(GuessLayout("a,b").line_end, '\n');
  EXPECT_EQ(GuessLayout("a,\"b\rc\"").line_end, '\n');
  EXPECT_EQ(GuessLayout("a;b\rc,d,e,f\r").separator, ';') << "the first line ends there";
}

}  // namespace
}  // namespace crowdclust
