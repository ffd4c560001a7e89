#include "hits/write_toloka.h"

#include <gtest/gtest.h>

#include "tests/hits/awkward_plan.h"

namespace crowdclust {
namespace {

using testing::AwkwardPlan;
using testing::TrainingPlan;

TEST(WriteToloka, ArraysWithoutBracketsQuotesDoubledCommasEscaped) {
  HitPlan plan = AwkwardPlan();
  plan.hits.resize(1);
  EXPECT_EQ(TolokaTasks(plan),
            "INPUT:images\tTASK:overlap\n"
            R"("""plain"",""a\, \""b\"""",""c\\\,d"",""<b>&amp;'e'""")"
            "\t3\n");
}

TEST(WriteToloka, KnownGroupsStandInGoldenCellsOfTheirHitsAlone) {
  HitPlan plan = AwkwardPlan();
  plan.hits[0].items = {0, 6};
  plan.hits[1].items = {5, 6, 0};
  plan.hits.resize(2);
  EXPECT_EQ(TolokaTasks(plan),
            "INPUT:images\tTASK:overlap\tGOLDEN:result\n"
            "\"\"\"plain\"\",\"\"${images}`\"\"\"\t3\t\n"
            "\"\"\"图 é \xF0\x9F\x91\x9F\"\",\"\"${images}`\"\",\"\"plain\"\"\"\t3\t"
            "\"{\"\"group\"\":1},{\"\"group\"\":2},{\"\"group\"\":1}\"\n");
}

TEST(WriteToloka, TrainingHasHintsAndNoOverlap) {
  EXPECT_EQ(TolokaTasks(TrainingPlan()),
            "INPUT:images\tGOLDEN:result\tHINT:text\n"
            "\"\"\"c\"\",\"\"a\"\",\"\"b\"\"\"\t"
            "\"{\"\"group\"\":1},{\"\"group\"\":2},{\"\"group\"\":1}\"\t"
            "The right groups: 1, 3; 2. Items are counted in the order shown.\n");
}

}  // namespace
}  // namespace crowdclust
