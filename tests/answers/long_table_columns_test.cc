#include "answers/long_table_columns.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;

LongTableColumns Find(std::string_view header, const ColumnMap& map = {}) {
  return FindLongTableColumns(TableReader(header, "a"), map);
}

TEST(LongTableColumns, UsualNamesAndTheMapsOwn) {
  EXPECT_THAT(Find("worker,item,group\n").Read(), ElementsAre(0, 1, 2, -1, -1, -1, -1, -1));
  EXPECT_THAT(Find("golden,status,seconds,assignment,hit,group,item,worker\n").Read(),
              ElementsAre(7, 6, 5, 4, 3, 2, 1, 0));
  EXPECT_THAT(
      Find("worker,who,what,group,hit,page\n", {.worker = "who", .item = "what", .hit = "page"}).Read(),
      ElementsAre(1, 2, 3, 5, -1, -1, -1, -1))
      << "a mapped column is read, not the one of the usual name";
}

TEST(LongTableColumns, WhatTellsAssignmentsApart) {
  EXPECT_EQ(Find("worker,item,group\n").rows_by(), RowsBy::kWorker);
  EXPECT_EQ(Find("hit,worker,item,group\n").rows_by(), RowsBy::kHitAndWorker);
  EXPECT_EQ(Find("hit,assignment,worker,item,group\n").rows_by(), RowsBy::kAssignment);
  EXPECT_EQ(Find("worker,item,group,id\n", {.assignment = "id"}).rows_by(), RowsBy::kAssignment);
}

TEST(LongTableColumns, MissingOnesAreNamedWithTheNearest) {
  EXPECT_EQ(ErrorOf([] { Find("worker,item,gruop\n"); }),
            "a:1: no column 'group'; nearest is 'gruop' (columns: worker, item, gruop)");
  EXPECT_EQ(ErrorOf([] { Find("worker,item,group,page\n", {.hit = "pagee"}); }),
            "a:1: no column 'pagee'; nearest is 'page' (columns: worker, item, group, page)");
  EXPECT_EQ(ErrorOf([] { Find("worker,item,group\n", {.worker = "who"}); }),
            "a:1: no column 'who'; nearest is 'item' (columns: worker, item, group)");
}

TEST(LongTableColumns, CellsOfARow) {
  TableReader table("seconds,golden,status,assignment,hit,group,item,worker\n1.5,1,s,a,h,g,i,w\n,,,,,,,v\n",
                    "a");
  const LongTableColumns columns = FindLongTableColumns(table, {});
  RowView row;
  ASSERT_TRUE(table.Next(&row));
  const LongTableCells cells = CellsOf(columns, row, "a");
  EXPECT_EQ(cells.line, 2);
  EXPECT_EQ(cells.seconds, 1.5);
  EXPECT_TRUE(cells.golden);
  EXPECT_THAT((std::array{cells.worker, cells.item, cells.group, cells.hit, cells.assignment, cells.status}),
              ElementsAre("w", "i", "g", "h", "a", "s"));
  ASSERT_TRUE(table.Next(&row));
  EXPECT_TRUE(std::isnan(CellsOf(columns, row, "a").seconds));
  EXPECT_FALSE(CellsOf(columns, row, "a").golden);
}

}  // namespace
}  // namespace crowdclust
