#include "answers/intake.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(DescribeIntake, SaysOnlyWhatHappened) {
  EXPECT_EQ(DescribeIntake({}), "0 assignments read, 0 rows\n");
  Intake intake;
  intake.assignments = 574;
  intake.rows = 5740;
  EXPECT_EQ(DescribeIntake(intake), "574 assignments read, 5,740 rows\n");
}

TEST(DescribeIntake, SaysAllOfIt) {
  Intake intake;
  intake.assignments = 1;
  intake.rows = 1;
  intake.by_status = {{"REJECTED", 1}, {"SKIPPED", 1200}};
  intake.golden = 2;
  intake.golden_included = 3;
  intake.duplicates = 1;
  intake.first_duplicate = "a.tsv:17: worker 'w3' on HIT 'h9'";
  intake.items_without_group = 4;
  intake.without_pairs = 1;
  intake.ignored_columns = {"group_tag", "group_name"};
  EXPECT_EQ(
      DescribeIntake(intake),
      "1 assignment read, 1 row\n"
      "1 assignment left out: status REJECTED\n"
      "1,200 assignments left out: status SKIPPED\n"
      "2 assignments to golden HITs left out\n"
      "3 assignments to golden HITs taken, as asked\n"
      "1 later answer of a worker to the same HIT left out; the first: a.tsv:17: worker 'w3' on HIT 'h9'\n"
      "4 items without a group left out\n"
      "1 assignment with fewer than two items in groups: no pair labels\n"
      "columns not read: group_name, group_tag\n");
}

}  // namespace
}  // namespace crowdclust
