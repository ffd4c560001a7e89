#include "intruders/intruder_file.h"

#include <gmock/gmock.h>

#include "intruders/make_intruders.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;

std::string Line(
    const std::string& hit, const std::string& items = R"("x","y","z")",
    const std::string& rest = R"("main_cluster":"0","intruder_cluster":"2","intruder_position":3)") {
  return R"({"hit":")" + hit + R"(","items":[)" + items + "]," + rest + "}\n";
}

std::string ErrorIn(const std::string& text) {
  return ErrorOf([&text] { ParseIntruderHitLines(text, "hits.jsonl"); });
}

TEST(IntruderFile, ReadsALine) {
  const IntruderPlan plan = ParseIntruderHitLines("\n" + Line("i001") + "\n", "hits.jsonl");
  ASSERT_EQ(plan.num_hits(), 1);
  EXPECT_EQ(plan.hits[0].name, "i001");
  EXPECT_THAT(plan.items.names(), ElementsAre("x", "y", "z"));
  EXPECT_THAT(plan.clusters.names(), ElementsAre("0", "2"));
  EXPECT_THAT(plan.hits[0].items, ElementsAre(0, 1, 2));
  EXPECT_EQ(plan.hits[0].main_cluster, 0);
  EXPECT_EQ(plan.hits[0].other_cluster, 1);
  EXPECT_EQ(plan.hits[0].right_answer, 2);
  EXPECT_EQ(plan.overlap, 1);
  EXPECT_EQ(plan.reward, 0);
}

TEST(IntruderFile, WrittenThenReadIsEqual) {
  Random random(testing::TestSeed());
  for (int round = 0; round < 30; ++round) {
    const KnownLabels known = testing::ClustersOf({4 + random.Below(9), 1 + random.Below(9), 3}, &random);
    const IntruderOptions options{.count = 1 + random.Below(40),
                                  .per_hit = 5,
                                  .overlap = 3,
                                  .reward = random.Uniform(),
                                  .seed = random.Next()};
    const IntruderPlan plan = MakeIntruders(known.items, known.columns[0], options, "c.tsv").plan;
    const testing::ScratchFolder folder;
    const IntruderPlan read = ReadIntruderHitFile(folder.Write("hits.jsonl", IntruderHitLines(plan)));
    EXPECT_EQ(read.items.names(), plan.items.names());
    EXPECT_EQ(read.clusters.names(), plan.clusters.names());
    EXPECT_EQ(read.overlap, plan.overlap);
    EXPECT_EQ(read.reward, plan.reward);
    ASSERT_EQ(read.num_hits(), plan.num_hits());
    for (std::size_t h = 0; h < plan.hits.size(); ++h) {
      EXPECT_EQ(read.hits[h].name, plan.hits[h].name);
      EXPECT_EQ(read.hits[h].items, plan.hits[h].items);
      EXPECT_EQ(read.hits[h].main_cluster, plan.hits[h].main_cluster);
      EXPECT_EQ(read.hits[h].other_cluster, plan.hits[h].other_cluster);
      EXPECT_EQ(read.hits[h].right_answer, plan.hits[h].right_answer);
    }
  }
}

TEST(IntruderFile, HitsMayDifferInSizeAndSomeMayBeGolden) {
  const std::string text = Line("i1") + Line("i2", R"("x","y","z","u")") +
                           Line("g1", R"("u","v","w")", R"("intruder_position":2,"golden":true)");
  const IntruderPlan plan = ParseIntruderHitLines(text, "hits.jsonl");
  EXPECT_EQ(LargestHit(plan), 4);
  EXPECT_FALSE(plan.hits[1].golden);
  EXPECT_TRUE(plan.hits[2].golden);
  EXPECT_EQ(plan.hits[2].main_cluster, -1);
  EXPECT_EQ(plan.hits[2].right_answer, 1);
  const std::string written = IntruderHitLines(plan);
  EXPECT_EQ(IntruderHitLines(ParseIntruderHitLines(written, "again")), written);
  EXPECT_THAT(
      ErrorIn(Line("g1", R"("u","v","w")", R"("main_cluster":"0","intruder_position":2,"golden":true)")),
      HasSubstr("field 'main_cluster' is unknown"));
}

TEST(IntruderFile, TwinsNameOneClusterOrTwo) {
  const std::string text = Line("t1", R"("x","y","z","u")", R"("twins":["0","2"])") +
                           Line("t2", R"("x","y","z")", R"("twins":["2"])");
  const IntruderPlan plan = ParseIntruderHitLines(text, "hits.jsonl");
  EXPECT_EQ(plan.question, IntruderQuestion::kTwins);
  EXPECT_EQ(plan.hits[0].right_answer, 1);
  EXPECT_EQ(plan.hits[0].other_cluster, 1);
  EXPECT_EQ(plan.hits[1].right_answer, 0);
  EXPECT_EQ(plan.hits[1].main_cluster, plan.hits[1].other_cluster);
  EXPECT_EQ(NumChoices(plan.question, plan.hits[0]), 2);
  const std::string written = IntruderHitLines(plan);
  EXPECT_EQ(IntruderHitLines(ParseIntruderHitLines(written, "again")), written);
  const auto with = [](const std::string& twins) { return ErrorIn(Line("t1", R"("x","y","z")", twins)); };
  EXPECT_EQ(with(R"("twins":["0","0"])"),
            "hits.jsonl:1: field 'twins' names one cluster twice; name it once, or two");
  EXPECT_THAT(with(R"("twins":[])"), HasSubstr("field 'twins' names one cluster or two"));
  EXPECT_THAT(with(R"("twins":["0",1])"), HasSubstr("field 'twins' names one cluster or two"));
  EXPECT_THAT(with(R"("twins":[""])"), HasSubstr("field 'twins' is empty"));
  EXPECT_EQ(ErrorIn(Line("i1") + Line("t1", R"("x","y","u")", R"("twins":["0"])")),
            "hits.jsonl:2: intruder HITs and twins in one file; keep each in its own");
}

TEST(IntruderFile, NamesMayHoldAnything) {
  const std::string line = Line("i \\\"1\\\"", R"("https://x/é.png","a\tb","c,d")");
  const IntruderPlan plan = ParseIntruderHitLines(line, "hits.jsonl");
  EXPECT_THAT(plan.items.names(), ElementsAre("https://x/é.png", "a\tb", "c,d"));
  const std::string written = IntruderHitLines(plan);
  EXPECT_EQ(IntruderHitLines(ParseIntruderHitLines(written, "again")), written);
}

TEST(IntruderFile, ErrorsNameLineAndRule) {
  EXPECT_EQ(ErrorIn(" \n"), "hits.jsonl: empty file");
  EXPECT_THAT(ErrorIn(Line("i1") + "{\n"), HasSubstr("hits.jsonl:2: invalid JSON"));
  EXPECT_THAT(ErrorIn("[1]\n"), HasSubstr("hits.jsonl:1: an object {…} is needed"));
  EXPECT_THAT(ErrorIn(R"({"hit":"i1"})"), HasSubstr("hits.jsonl:1: field 'items' is missing"));
  EXPECT_EQ(ErrorIn(Line("i1", R"("x","y","x")")),
            "hits.jsonl:1: item 'x' stands twice in the HIT; show it once");
  EXPECT_EQ(ErrorIn(Line("i1", R"("x","y")")), "hits.jsonl:1: items: 2; an intruder HIT needs 3 or more");
  EXPECT_EQ(ErrorIn(Line("i1", R"("x","y",3)")), "hits.jsonl:1: item 3 must be a string");
  EXPECT_EQ(ErrorIn(Line("i1") + Line("i1", R"("x","y","u")")),
            "hits.jsonl:2: HIT 'i1' stands twice; give every HIT its own name");
  EXPECT_EQ(ErrorIn(Line("i1") + Line("i2")),
            "hits.jsonl:2: HITs 'i1' and 'i2' show the same items in the same order; keep one");
}

TEST(IntruderFile, ErrorsInTheAnswerKey) {
  const auto with = [](const std::string& rest) { return ErrorIn(Line("i1", R"("x","y","z")", rest)); };
  EXPECT_THAT(with(R"("main_cluster":"0","intruder_cluster":"2")"),
              HasSubstr("hits.jsonl:1: field 'intruder_position' is missing"));
  EXPECT_THAT(with(R"("main_cluster":"0","intruder_cluster":"2","intruder_position":4)"),
              HasSubstr("hits.jsonl:1: field 'intruder_position' is 4; must be in 1 to 3"));
  EXPECT_THAT(with(R"("main_cluster":"0","intruder_cluster":"2","intruder_position":1.5)"),
              HasSubstr("must be a whole number"));
  EXPECT_THAT(with(R"("main_cluster":"0","intruder_cluster":"0","intruder_position":1)"),
              HasSubstr("main_cluster and intruder_cluster are both '0'"));
  EXPECT_THAT(with(R"("main_cluster":0,"intruder_cluster":"1","intruder_position":1)"),
              HasSubstr("field 'main_cluster' must be a string"));
  EXPECT_THAT(with(R"("main_cluster":"0","intruder_cluster":"1","intruder_position":1,"rewrad":1)"),
              HasSubstr("field 'rewrad' is unknown; nearest is 'reward'"));
  const std::string key = R"("main_cluster":"0","intruder_cluster":"1","intruder_position":1)";
  EXPECT_EQ(
      ErrorIn(Line("i1", R"("x","y","z")", key + R"(,"overlap":5)") + Line("i2", R"("x","z","y")", key)),
      "hits.jsonl:2: overlap 1, but 5 on the first line; give all HITs the same");
}

}  // namespace
}  // namespace crowdclust
