#include "answers/crowd_kit.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using testing::Spell;

std::string ReadKit(std::string_view text) {
  AnswersBuilder builder;
  ReadCrowdKit({text, "a.csv"}, builder.Sink());
  return Spell(builder.Finish());
}

TEST(CrowdKit, AllRowsOfAWorkerAreOneSort) {
  EXPECT_EQ(ReadKit("task,worker,label\nx,w,cat\ny,w,dog\nx,v,cat\nz,w,cat\ny,v,cat\n"),
            "w -: x0 y1 z0; v -: x0 y0");
}

TEST(CrowdKit, OlderDataNamePerformers) {
  EXPECT_EQ(ReadKit("performer\ttask\tlabel\nw\tx\t1\nw\ty\t1\n"), "w -: x0 y0");
}

TEST(CrowdKit, AWorkerComesBeforeAPerformerAndOtherColumnsAreNamed) {
  AnswersBuilder builder;
  ReadCrowdKit({"performer,task,worker,label,item\np,x,w,1,i\np,y,w,,j\n", "a.csv"}, builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("item", "performer"));
  EXPECT_EQ(builder.intake().items_without_group, 1);
  EXPECT_EQ(Spell(builder.Finish()), "w -: x0");
}

TEST(CrowdKit, SaysWhatIsWrong) {
  const auto refused = [](std::string_view text) { return ErrorOf([&] { ReadKit(text); }); };
  EXPECT_EQ(refused("task,workers,label\nx,w,1\n"),
            "a.csv:1: no column 'worker'; nearest is 'workers' (columns: task, workers, label)");
  EXPECT_EQ(refused("tasks,performer,label\nx,w,1\n"),
            "a.csv:1: no column 'task'; nearest is 'tasks' (columns: tasks, performer, label)");
  EXPECT_EQ(refused("task,worker,label\nx,w,1\nx,w,2\n"),
            "a.csv:3: item 'x' stands twice in the answer of worker 'w' (first in line 2); give an item one "
            "group, and each of several answers an assignment id of its own");
}

}  // namespace
}  // namespace crowdclust
