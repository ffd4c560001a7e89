#include "answers/write_mturk_results.h"

#include <gmock/gmock.h>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using ::testing::EndsWith;
using ::testing::StartsWith;
using testing::Write;

const std::string kMturkHeader =
    "HITId,HITTypeId,Title,Description,Keywords,Reward,CreationTime,MaxAssignments,RequesterAnnotation,"
    "AssignmentDurationInSeconds,AutoApprovalDelayInSeconds,Expiration,NumberOfSimilarHITs,"
    "LifetimeInSeconds,AssignmentId,WorkerId,AssignmentStatus,AcceptTime,SubmitTime,AutoApprovalTime,"
    "ApprovalTime,RejectionTime,RequesterFeedback,WorkTimeInSeconds,LifetimeApprovalRate,"
    "Last30DaysApprovalRate,Last7DaysApprovalRate,Input.hit,Input.images,";

TEST(WriteMturkResults, HasTheColumnsOfTheWeb) {
  const auto [text, done] = Write("mturk", {AnnsSort(), BobsSort()});
  EXPECT_EQ(text, kMturkHeader +
                      "Answer.groups,Approve,Reject\n"
                      "h1,,,,,,,,,,,,,,a1,ann,APPROVED,,,,,,,12.5,,,,h1,"
                      "\"[\"\"apple\"\",\"\"bus\"\",\"\"fig, \\\"\"dry\\\"\"\"\",\"\"pear\"\"]\","
                      "\"[\"\"fruit\"\",2,null,\"\"fruit\"\"]\",,\n"
                      ",,,,,,,,,,,,,,,bob,,,,,,,,,,,,,\"[\"\"apple\"\",\"\"bus\"\"]\",\"[1,2]\",,\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts), "");
}

TEST(WriteMturkResults, GoldenOnesHaveAColumn) {
  RawAssignment golden = BobsSort();
  golden.golden = true;
  const std::string text = Write("mturk", {golden}, true).text;
  EXPECT_THAT(text, StartsWith(kMturkHeader + "Input.golden,Answer.groups,Approve,Reject\n"));
  EXPECT_THAT(text, EndsWith(",true,\"[1,2]\",,\n"));
}

}  // namespace
}  // namespace crowdclust
