#include "answers/json_cells.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "answers/group_text.h"

namespace crowdclust {
namespace {

std::string GroupJson(std::string_view name) {
  std::string written;
  AppendJsonGroup(name, &written);
  return written;
}

TEST(JsonCells, AGroupIsReadAsItsName) {
  for (const char* name : {"0", "7", "-7", "123456789012345", "-0", "07", "2.0", "1e3", "-",
                           "1234567890123456", "12345678901234567890", "round", "\"", " 1", "null", "true"}) {
    EXPECT_EQ(GroupText(nlohmann::json::parse(GroupJson(name)), "here"), name);
  }
  EXPECT_EQ(GroupJson(""), "null");
}

TEST(JsonCells, OnlyPlainIntegersAreNumbers) {
  EXPECT_EQ(GroupJson("12"), "12");
  EXPECT_EQ(GroupJson("-3"), "-3");
  EXPECT_EQ(GroupJson("012"), "\"012\"");
  EXPECT_EQ(GroupJson("1.5"), "\"1.5\"");
}

TEST(JsonCells, ListsAreWithoutBrackets) {
  std::string written;
  AppendJsonItems(std::vector<std::string_view>{"x", "y\""}, &written);
  EXPECT_EQ(written, R"("x","y\"")");
  written.clear();
  AppendJsonGroups({.group_of_item = {1, -1, 0}, .names = {"a", "2"}, .rows = 2}, &written);
  EXPECT_EQ(written, R"(2,null,"a")");
}

TEST(JsonCells, SecondsAreTheShortestText) {
  WriteCounts counts;
  EXPECT_EQ(JsonSeconds(71.8, &counts), "71.8");
  EXPECT_EQ(JsonSeconds(5, &counts), "5");
  EXPECT_EQ(JsonSeconds(1e9, &counts), "1000000000");
  EXPECT_EQ(JsonSeconds(std::numeric_limits<double>::quiet_NaN(), &counts), std::nullopt);
  EXPECT_EQ(counts.Of(WriteCount::kSeconds), 0);
  EXPECT_EQ(JsonSeconds(1.5e9, &counts), std::nullopt);
  EXPECT_EQ(counts.Of(WriteCount::kSeconds), 1);
}

}  // namespace
}  // namespace crowdclust
