#include "hits/hit_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "hits/design.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;

std::vector<std::string> NamesIn(const HitPlan& plan, const Hit& hit) {
  std::vector<std::string> names;
  for (const int item : hit.items) names.push_back(plan.items.Name(item));
  return names;
}

std::string ErrorInFile(std::string_view text) {
  try {
    ParseHitLines(text, "hits.jsonl");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(HitFileTest, ALineIsAHit) {
  HitPlan plan{.items = {}, .hits = {{.name = "h1", .items = {1, 0}}}, .overlap = 7, .reward = 0.02};
  plan.items.Add("a \"1\".png");
  plan.items.Add("b.png");
  EXPECT_EQ(HitLines(plan), R"({"hit":"h1","items":["b.png","a \"1\".png"],"overlap":7,"reward":0.02})"
                            "\n");
}

TEST(HitFileTest, WhatIsWrittenIsReadAgain) {
  NameIndex items;
  for (const char* name : {"a", "b,c", "d\te", "\"f\"", "g\\h", "й 図", "i\nj"}) items.Add(name);
  const HitPlan written = DealHits(
      items, {.items_per_hit = 3, .hits_per_item = 4, .overlap = 3, .reward = 0.1}, testing::TestSeed());
  const testing::ScratchFolder folder;
  const HitPlan read = ReadHitFile(folder.Write("hits.jsonl", HitLines(written)));
  ASSERT_EQ(read.hits.size(), written.hits.size());
  for (std::size_t h = 0; h < read.hits.size(); ++h) {
    EXPECT_EQ(read.hits[h].name, written.hits[h].name);
    EXPECT_EQ(NamesIn(read, read.hits[h]), NamesIn(written, written.hits[h]));
  }
  EXPECT_EQ(read.items.size(), items.size());
  EXPECT_EQ(read.overlap, 3);
  EXPECT_EQ(read.reward, 0.1);
  EXPECT_EQ(HitLines(read), HitLines(written));
}

TEST(HitFileTest, KnownGroupsAreKept) {
  const std::string text =
      R"({"hit":"g","kind":"golden","items":["a","b","c"],"known_groups":["x",7,"x"],"overlap":0})"
      "\n";
  const HitPlan plan = ParseHitLines(text, "hits.jsonl");
  EXPECT_EQ(plan.hits[0].kind, HitKind::kGolden);
  EXPECT_EQ(plan.hits[0].known_group, (std::vector<int>{0, 1, 0}));
  EXPECT_EQ(plan.overlap, 0);
  EXPECT_EQ(
      HitLines(plan),
      R"({"hit":"g","kind":"golden","items":["a","b","c"],"known_groups":[1,2,1],"overlap":0,"reward":0.0})"
      "\n");
}

TEST(HitFileTest, OverlapAndRewardMayBeLeftOut) {
  const HitPlan plan =
      ParseHitLines("\xEF\xBB\xBF{\"hit\":\"h\",\"items\":[\"a\",\"b\"]}\r\n\r\n", "hits.jsonl");
  EXPECT_EQ(plan.overlap, 1);
  EXPECT_EQ(plan.reward, 0);
  EXPECT_EQ(plan.hits.size(), 1U);
}

TEST(HitFileTest, BadLinesAreNamedWithTheirNumber) {
  const std::string good = R"({"hit":"h1","items":["a","b"]})"
                           "\n";
  EXPECT_THAT(ErrorInFile(""), HasSubstr("hits.jsonl: empty file"));
  EXPECT_THAT(ErrorInFile(good + "\n{\"hit\":"), HasSubstr("hits.jsonl:3: invalid JSON"));
  EXPECT_THAT(ErrorInFile(good + "[1]"), HasSubstr("hits.jsonl:2: an object"));
  EXPECT_THAT(ErrorInFile(good + "\xFF"), HasSubstr("hits.jsonl:2: not valid UTF-8"));
  EXPECT_THAT(ErrorInFile(good + good), HasSubstr("hits.jsonl:2: HIT 'h1' stands twice"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a","b","a"]})"),
              HasSubstr("hits.jsonl:2: item 'a' stands twice in the HIT"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a","b"],"rewards":1})"),
              HasSubstr("hits.jsonl:2: field 'rewards' is unknown; nearest is 'reward'"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2"})"), HasSubstr("hits.jsonl:2: field 'items' is missing"));
  EXPECT_THAT(ErrorInFile(good + R"({"items":["a","b"]})"),
              HasSubstr("hits.jsonl:2: field 'hit' is missing"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":2,"items":["a","b"]})"), HasSubstr("must be a string, not 2"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"","items":["a","b"]})"), HasSubstr("a HIT without a name"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a",3]})"), HasSubstr("item 3 must be a string"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a",""]})"), HasSubstr("an item without a name"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a"]})"),
              HasSubstr("1 items; a HIT needs 2 or more"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a","b"],"overlap":-1})"),
              HasSubstr("must be in 0 to"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a","b"],"kind":"golde","known_groups":[1,1]})"),
              HasSubstr("hits.jsonl:2: no kind 'golde'; nearest is 'golden'"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a","b"],"known_groups":[1,1]})"),
              HasSubstr("hits.jsonl:2: known_groups of an ordinary HIT"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","kind":"exam","items":["a","b"]})"),
              HasSubstr("hits.jsonl:2: a HIT of kind 'exam' without known_groups"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","kind":"exam","items":["a","b"],"known_groups":[1]})"),
              HasSubstr("hits.jsonl:2: 1 known_groups for 2 items"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","kind":"exam","items":["a","b"],"known_groups":[1,1.5]})"),
              HasSubstr("hits.jsonl:2: known group 1.5; a group is a whole number or a string"));
}

TEST(HitFileTest, LinesThatDifferInOverlapOrRewardAreAnError) {
  const std::string good = R"({"hit":"h1","items":["a","b"],"overlap":2,"reward":0.1})"
                           "\n";
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a","b"],"overlap":3,"reward":0.1})"),
              HasSubstr("hits.jsonl:2: overlap 3, but 2 on the first line"));
  EXPECT_THAT(ErrorInFile(good + R"({"hit":"h2","items":["a","b"],"overlap":2,"reward":0.2})"),
              HasSubstr("hits.jsonl:2: reward 0.2, but 0.1 on the first line"));
}

}  // namespace
}  // namespace crowdclust
