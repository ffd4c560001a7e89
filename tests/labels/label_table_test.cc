#include "labels/label_table.h"

#include <gmock/gmock.h>

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

TEST(LabelTable, GrowsToHoldWhatIsAdded) {
  LabelTable table;
  AddLabel(2, 0, 1, &table);
  AddLabel(0, 3, 0, &table);
  EXPECT_THAT(table.question_of_row, ElementsAre(2, 0));
  EXPECT_THAT(table.worker_of_row, ElementsAre(0, 3));
  EXPECT_THAT(table.label_of_row, ElementsAre(1, 0));
  EXPECT_EQ(table.num_rows(), 2);
  EXPECT_EQ(table.num_questions, 3);
  EXPECT_EQ(table.num_workers, 4);
  EXPECT_EQ(table.num_labels, 2);
}

TEST(LabelTable, KeepsNumbersThatAreLarger) {
  LabelTable table{.question_of_row = {}, .worker_of_row = {}, .label_of_row = {}, .num_questions = 9};
  AddLabel(2, 0, 1, &table);
  EXPECT_EQ(table.num_questions, 9);
}

TEST(LabelTable, IsConsistentOnlyWithIndicesInRange) {
  LabelTable table;
  EXPECT_TRUE(IsConsistent(table));
  AddLabel(2, 0, 1, &table);
  EXPECT_TRUE(IsConsistent(table));
  for (int LabelTable::*number :
       {&LabelTable::num_questions, &LabelTable::num_workers, &LabelTable::num_labels}) {
    LabelTable wrong = table;
    --(wrong.*number);
    EXPECT_FALSE(IsConsistent(wrong));
  }
  LabelTable negative = table;
  negative.worker_of_row[0] = -1;
  EXPECT_FALSE(IsConsistent(negative));
  LabelTable ragged = table;
  ragged.worker_of_row.push_back(0);
  EXPECT_FALSE(IsConsistent(ragged));
}

}  // namespace
}  // namespace crowdclust
