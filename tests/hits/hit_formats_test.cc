#include "hits/hit_formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/error.h"
#include "hits/hit_file.h"
#include "tests/hits/awkward_plan.h"

namespace crowdclust {
namespace {

using testing::AwkwardPlan;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(HitFormats, EveryNameIsAFormOfItsOwn) {
  EXPECT_THAT(HitFormatNames(),
              ElementsAre("jsonl", "toloka", "toloka-json", "mturk", "label-studio", "csv"));
  std::set<std::string> texts;
  for (const std::string& name : HitFormatNames())
    texts.insert(HitsText(ParseHitFormat(name), AwkwardPlan()));
  EXPECT_EQ(texts.size(), 6U);
  EXPECT_EQ(HitsText(ParseHitFormat("jsonl"), AwkwardPlan()), HitLines(AwkwardPlan()));
  EXPECT_THAT(HitsText(HitFormat::kToloka, AwkwardPlan()), StartsWith("INPUT:images\t"));
  EXPECT_THAT(HitsText(HitFormat::kTolokaSuites, AwkwardPlan()), HasSubstr("pool_id"));
  EXPECT_THAT(HitsText(HitFormat::kMturk, AwkwardPlan()), StartsWith("hit,images,golden\n"));
  EXPECT_THAT(HitsText(HitFormat::kLabelStudio, AwkwardPlan()), HasSubstr("\"data\""));
  EXPECT_THAT(HitsText(HitFormat::kTable, AwkwardPlan()), StartsWith("hit,position,item"));
}

TEST(HitFormats, SomeHaveAPage) {
  EXPECT_FALSE(PageOfHits(HitFormat::kJsonLines, 3));
  EXPECT_FALSE(PageOfHits(HitFormat::kToloka, 3));
  EXPECT_FALSE(PageOfHits(HitFormat::kTolokaSuites, 3));
  EXPECT_FALSE(PageOfHits(HitFormat::kTable, 3));
  EXPECT_EQ(PageOfHits(HitFormat::kMturk, 3)->extension, ".html");
  EXPECT_EQ(PageOfHits(HitFormat::kLabelStudio, 3)->extension, ".xml");
  EXPECT_THAT(PageOfHits(HitFormat::kLabelStudio, 3)->text, HasSubstr("\"g3\""));
}

TEST(HitFormats, AnUnknownNameIsRefused) {
  try {
    ParseHitFormat("tolka");
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("no form of HITs 'tolka'; nearest is 'toloka'"));
  }
}

}  // namespace
}  // namespace crowdclust
