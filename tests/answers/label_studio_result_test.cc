#include "answers/label_studio_result.h"

#include <gmock/gmock.h>

#include <array>
#include <nlohmann/json.hpp>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using testing::ErrorOf;

const std::array<std::string, 2> kTwoItems = {"x", "y"};

// "rank {buckets}; others".
std::string Found(const LabelStudioRanking& ranking) {
  return ranking.name + " " + (ranking.buckets == nullptr ? "none" : ranking.buckets->dump());
}

std::string FindRankings(const char* results, std::vector<std::string>* others) {
  const json parsed = json::parse(results);
  return Found(FindRanking(parsed, "w", others));
}

std::string RefusedResult(const char* results) {
  std::vector<std::string> others;
  return ErrorOf([&] { FindRankings(results, &others); });
}

std::string FindShort(const char* record) {
  const json parsed = json::parse(record);
  return Found(FindShortRanking(parsed, kTwoItems, "w"));
}

TEST(FindRanking, TakesTheRankerAndNamesTheOthers) {
  std::vector<std::string> others;
  EXPECT_EQ(FindRankings(R"([{"type":"textarea","from_name":"note","value":{"text":["?"]}},
                     {"type":"ranker","from_name":"rank","to_name":"items","value":{"ranker":{"g":["x"]}}},
                     {"type":"relation","from_id":"a","to_id":"b"}])",
                         &others),
            R"(rank {"g":["x"]})");
  EXPECT_THAT(others, ElementsAre("note", "relation"));
}

TEST(FindRanking, WithoutResultsThereIsNone) {
  std::vector<std::string> others;
  EXPECT_EQ(FindRankings("[]", &others), " none");
}

TEST(FindRanking, OtherTypesAloneAreRefusedByName) {
  EXPECT_EQ(RefusedResult(R"([{"type":"pairwise","from_name":"pick","value":{"selected":"left"}}])"),
            "w: the result 'pick' of type 'pairwise', where groups are the buckets of a Ranker; ask with a "
            "Ranker, or take these annotations out");
}

TEST(FindRanking, RefusesWhatIsNoResult) {
  EXPECT_EQ(RefusedResult("[7]"), "w: a result is 7; an object with type and value is needed");
  EXPECT_EQ(RefusedResult(R"([{"type":[]}])"),
            "w: a result: field 'type' is []; an id is a string or a whole number");
  const std::string no_value = "w: the result 'rank' has no value.ranker; an object of buckets is needed";
  EXPECT_EQ(RefusedResult(R"([{"type":"ranker","from_name":"rank"}])"), no_value);
  EXPECT_EQ(RefusedResult(R"([{"type":"ranker","from_name":"rank","value":{"g":[]}}])"), no_value);
  EXPECT_EQ(RefusedResult(R"([{"type":"ranker","from_name":"rank","value":[{"ranker":{}}]}])"), no_value);
  EXPECT_EQ(RefusedResult(R"([{"type":"ranker","from_name":"a","value":{"ranker":{}}},
                        {"type":"ranker","from_name":"b","value":{"ranker":{}}}])"),
            "w: a, b may each hold the groups; leave one, for an assignment has one partition");
}

TEST(FindShortRanking, TakesEachForm) {
  const std::string found = R"(rank {"g":["x"],"h":[]})";
  EXPECT_EQ(FindShort(R"({"id":1,"rank":[{"ranker":{"g":["x"],"h":[]}}]})"), found);
  EXPECT_EQ(FindShort(R"({"id":1,"rank":{"ranker":{"g":["x"],"h":[]}}})"), found);
  EXPECT_EQ(FindShort(R"({"id":1,"rank":{"g":["x"],"h":[]}})"), found);
}

TEST(FindShortRanking, BucketsAloneCountWhereNothingIsSure) {
  EXPECT_EQ(FindShort(R"({"other":{"h":["x"]},"rank":{"ranker":{"g":["y"]}}})"), R"(rank {"g":["y"]})");
}

TEST(FindShortRanking, DataThatLooksAlikeIsNoRanking) {
  EXPECT_EQ(FindShort(R"({"tags":{"colours":["red"]},"one":{"x":"x"},"two":{"a":["x"],"b":1},
                          "items":[{"id":"x"}],"pick":[{"selected":"left"}],"none":{}})"),
            " none");
}

TEST(FindShortRanking, RefusesSeveral) {
  const std::string several =
      "w: a, b may each hold the groups; leave one, for an assignment has one partition";
  EXPECT_EQ(ErrorOf([] { FindShort(R"({"a":[{"ranker":{}}],"b":{"ranker":{}}})"); }), several);
  EXPECT_EQ(ErrorOf([] { FindShort(R"({"a":{"g":["x"]},"b":{"g":["y"]}})"); }), several);
}

}  // namespace
}  // namespace crowdclust
