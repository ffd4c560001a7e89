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
  EXPECT_EQ(plan.hits[0].intruder_cluster, 1);
  EXPECT_EQ(plan.hits[0].intruder_position, 2);
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
      EXPECT_EQ(read.hits[h].intruder_cluster, plan.hits[h].intruder_cluster);
      EXPECT_EQ(read.hits[h].intruder_position, plan.hits[h].intruder_position);
    }
  }
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
  EXPECT_EQ(ErrorIn(Line("i1") + Line("i2", R"("x","y","z","u")")),
            "hits.jsonl:2: items: 4, but 3 on the first line; give all HITs the same");
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
