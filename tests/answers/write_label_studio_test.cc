#include "answers/write_label_studio.h"

#include <gmock/gmock.h>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using ::testing::HasSubstr;
using testing::Write;

TEST(WriteLabelStudio, AnnotationsOfOneHitAreOneTask) {
  RawAssignment cal = AnnsSort();
  cal.worker = "cal";
  cal.assignment = "";
  cal.status = "";
  cal.seconds = 7;
  RawAssignment turned = cal;
  turned.worker = "dan";
  std::swap(turned.items[0], turned.items[3]);
  const auto [text, done] = Write("label-studio", {AnnsSort(), cal, turned, BobsSort(), BobsSort()});
  const std::string result = R"("result":[{"from_name":"rank","to_name":"items","type":"ranker",)"
                             R"("value":{"ranker":{)";
  const std::string bobs = R"({"data":{"items":[{"id":"apple"},{"id":"bus"}]},"annotations":[)"
                           R"({"completed_by":{"email":"bob"},)" +
                           result +
                           R"("1":["apple"],"2":["bus"]}}}],"was_cancelled":false,"ground_truth":false}]})";
  EXPECT_EQ(text,
            R"([
{"data":{"hit":"h1","items":[{"id":"apple"},{"id":"bus"},{"id":"fig, \"dry\""},{"id":"pear"}]},"annotations":[)"
            R"({"id":"a1","completed_by":{"email":"ann"},)" +
                result +
                R"("fruit":["apple","pear"],"2":["bus"]}}}],"was_cancelled":false,"ground_truth":false,)"
                R"("lead_time":12.5},{"completed_by":{"email":"cal"},)" +
                result +
                R"("fruit":["apple","pear"],"2":["bus"]}}}],"was_cancelled":false,"ground_truth":false,)"
                R"("lead_time":7}]},
{"data":{"hit":"h1","items":[{"id":"pear"},{"id":"bus"},{"id":"fig, \"dry\""},{"id":"apple"}]},"annotations":[)"
                R"({"completed_by":{"email":"dan"},)" +
                result +
                R"("fruit":["pear","apple"],"2":["bus"]}}}],"was_cancelled":false,"ground_truth":false,)"
                R"("lead_time":7}]},
)" + bobs + ",\n" +
                bobs + "\n]\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts), "not held: the status of 1 assignment\n");
}

TEST(WriteLabelStudio, NamesWithAMeaningGetASpace) {
  RawAssignment raw = BobsSort();
  raw.groups = {"_", "rank"};
  raw.golden = true;
  const auto [text, done] = Write("label-studio", {raw}, true);
  EXPECT_THAT(text, HasSubstr(R"({"_ ":["apple"],"rank ":["bus"]})"));
  EXPECT_THAT(text, HasSubstr(R"("ground_truth":true)"));
  EXPECT_EQ(DescribeWriteCounts(done.counts),
            "written with a space behind: the name of 2 groups, which means something else in this format\n");
}

TEST(WriteLabelStudio, NoAssignmentIsAnEmptyArray) { EXPECT_EQ(Write("label-studio", {}).text, "[]\n"); }

}  // namespace
}  // namespace crowdclust
