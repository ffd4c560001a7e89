#include "answers/label_studio_groups.h"

#include <gmock/gmock.h>

#include <array>
#include <nlohmann/json.hpp>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::Optional;
using ::testing::StrEq;

constexpr auto kNone = std::nullopt;
const std::array<std::string, 3> kThreeItems = {"x", "y", "z"};

std::vector<std::optional<std::string>> GroupsOf(const char* buckets) {
  const json parsed = json::parse(buckets);
  return GroupsOfRanking({.name = "rank", .buckets = &parsed}, kThreeItems, "w");
}

TEST(GroupsOfRanking, ABucketIsAGroup) {
  EXPECT_THAT(GroupsOf(R"({"g1":["z","x"],"g2":["y"],"g3":[]})"),
              ElementsAre(Optional(StrEq("g1")), Optional(StrEq("g2")), Optional(StrEq("g1"))));
  EXPECT_THAT(GroupsOf(R"({"rank":["x"],"g":["y"]})"),
              ElementsAre(Optional(StrEq("rank")), Optional(StrEq("g")), kNone));
}

TEST(GroupsOfRanking, WhatWasLeftInTheListHasNoGroup) {
  EXPECT_THAT(GroupsOf(R"({"g1":["y"]})"), ElementsAre(kNone, Optional(StrEq("g1")), kNone));
  EXPECT_THAT(GroupsOf(R"({"_":["x"],"g1":["y"]})"), ElementsAre(kNone, Optional(StrEq("g1")), kNone));
  EXPECT_THAT(GroupsOf("{}"), ElementsAre(kNone, kNone, kNone));
  EXPECT_THAT(GroupsOfRanking({}, kThreeItems, "w"), ElementsAre(kNone, kNone, kNone));
}

TEST(GroupsOfRanking, RefusesARankingWithoutBuckets) {
  const std::string error = "w: 'rank' is a ranking without buckets; give the Ranker a Bucket for each group";
  EXPECT_EQ(ErrorOf([] { GroupsOf(R"(["x","y","z"])"); }), error);
  EXPECT_EQ(ErrorOf([] { GroupsOf(R"({"rank":["x","y","z"]})"); }), error);
}

TEST(GroupsOfRanking, SaysWhichItemIsWrong) {
  EXPECT_EQ(ErrorOf([] { GroupsOf(R"({"g":["q"]})"); }),
            "w: bucket 'g' holds \"q\", which the task does not show; take it out or add it to the items");
  EXPECT_EQ(ErrorOf([] { GroupsOf(R"({"g":["x"],"h":["y","x"]})"); }),
            "w: bucket 'h' holds \"x\", which is in 'g' already; leave one of them");
  EXPECT_EQ(ErrorOf([] { GroupsOf(R"({"_":["x"],"h":["x"]})"); }),
            "w: bucket 'h' holds \"x\", which is in '_' already; leave one of them");
  EXPECT_EQ(ErrorOf([] { GroupsOf(R"({"g":["x","x"]})"); }),
            "w: bucket 'g' holds \"x\", which is in 'g' already; leave one of them");
  EXPECT_EQ(ErrorOf([] { GroupsOf(R"({"g":[1]})"); }), "w: bucket 'g' holds 1, an item is an id in quotes");
  EXPECT_EQ(ErrorOf([] { GroupsOf(R"({"g":"x"})"); }), "w: bucket 'g' is \"x\"; an array of ids is needed");
}

}  // namespace
}  // namespace crowdclust
