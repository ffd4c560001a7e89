#include "intruders/write_intruder_tasks.h"

#include <gmock/gmock.h>

#include "intruders/read_intruder_answers.h"
#include "tests/intruders/small_plans.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

IntruderPlan WithGolden() {
  IntruderPlan plan = testing::PlanOf({0, 2});
  plan.overlap = 5;
  plan.hits[0].items[1] = plan.items.Add("a, \"b\"\t.png");
  plan.hits[1].golden = true;
  return plan;
}

TEST(IntruderTasks, TableHasARowForEachItem) {
  EXPECT_EQ(IntruderTasks(IntruderFormat::kTable, testing::PlanOf({0})),
            "hit,position,item\ni1,1,i1-0\ni1,2,i1-1\ni1,3,i1-2\n");
}

// What Toloka is given comes back with the workers' answers beside it.
TEST(IntruderTasks, TolokasAreReadBack) {
  const IntruderPlan plan = WithGolden();
  const std::string tasks = IntruderTasks(IntruderFormat::kToloka, plan);
  std::string results;
  std::size_t at = 0;
  for (int line = 0; at < tasks.size(); ++line) {
    const std::size_t end = tasks.find('\n', at);
    results += tasks.substr(at, end - at) + (line == 0 ? "\tOUTPUT:answer\tASSIGNMENT:worker_id\n"
                                                       : "\t" + std::to_string(line + 1) + "\tann\n");
    at = end + 1;
  }
  IntruderAnswersBuilder builder(plan);
  ReadTolokaIntruders(results, "results.tsv", &builder);
  EXPECT_THAT(builder.answers().hit_of_row, ElementsAre(0, 1));
  EXPECT_THAT(builder.answers().answer_of_row, ElementsAre(1, 2));
  EXPECT_EQ(builder.intake().golden, 0);  // the plan's own golden HIT examines the worker
}

TEST(IntruderTasks, OnlyGoldenAnswersAreShownToThePlatform) {
  const std::string tasks = IntruderTasks(IntruderFormat::kToloka, WithGolden());
  EXPECT_THAT(tasks, ::testing::StartsWith("INPUT:images\tTASK:overlap\tGOLDEN:answer\n"));
  EXPECT_THAT(tasks, ::testing::HasSubstr("\t5\t\n"));
  EXPECT_THAT(tasks, ::testing::EndsWith("\t5\t3\n"));
}

}  // namespace
}  // namespace crowdclust
