#include "answers/answer_columns.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::IsEmpty;

TEST(AnswerColumns, AllButTheWorkerMayBeMissing) {
  EXPECT_THAT(FindAnswerColumns(TableReader("x,worker\n", "a")).Read(), ElementsAre(1, -1, -1, -1, -1, -1));
  EXPECT_THAT(FindAnswerColumns(TableReader("golden,status,seconds,assignment,hit,worker\n", "a")).Read(),
              ElementsAre(5, 4, 3, 2, 1, 0));
  EXPECT_EQ(ErrorOf([] { FindAnswerColumns(TableReader("x,workers\n", "a")); }),
            "a:1: no column 'worker'; nearest is 'workers' (columns: x, workers)");
}

TEST(AnswerColumns, NothingOfTheRowBeforeIsLeft) {
  TableReader table(
      "hit,assignment,worker,seconds,status,golden\nh,1,w,2.5,APPROVED,true\n,,v,,,\n,,u,soon,SKIPPED,?\n",
      "a");
  const AnswerColumns columns = FindAnswerColumns(table);
  RawAssignment raw;
  RowView row;
  ASSERT_TRUE(table.Next(&row));
  EXPECT_TRUE(ReadAnswerCells(columns, row, "a", &raw));
  EXPECT_EQ(raw.line, 2);
  EXPECT_EQ(raw.hit, "h");
  EXPECT_EQ(raw.assignment, "1");
  EXPECT_EQ(raw.worker, "w");
  EXPECT_EQ(raw.status, "APPROVED");
  EXPECT_EQ(raw.seconds, 2.5);
  EXPECT_TRUE(raw.golden);
  raw.items = {"x"};
  raw.groups = {"1"};
  raw.line_of_item = {2};
  ASSERT_TRUE(table.Next(&row));
  EXPECT_TRUE(ReadAnswerCells(columns, row, "a", &raw));
  EXPECT_EQ(raw.worker, "v");
  EXPECT_EQ(raw.hit, "");
  EXPECT_EQ(raw.assignment, "");
  EXPECT_TRUE(std::isnan(raw.seconds));
  EXPECT_FALSE(raw.golden);
  EXPECT_THAT(raw.items, IsEmpty());
  EXPECT_THAT(raw.groups, IsEmpty());
  EXPECT_THAT(raw.line_of_item, IsEmpty());
  ASSERT_TRUE(table.Next(&row));
  EXPECT_FALSE(ReadAnswerCells(columns, row, "a", &raw)) << "and its other cells are not looked at";
}

}  // namespace
}  // namespace crowdclust
