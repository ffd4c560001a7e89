#include "answers/toloka_columns.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using testing::ErrorOf;

double Seconds(const std::string& started, const std::string& submitted) {
  const std::string text = "ASSIGNMENT:worker_id\tASSIGNMENT:started\tASSIGNMENT:submitted\nw\t" + started +
                           "\t" + submitted + "\n";
  TableReader table(text, "a.tsv");
  const TolokaColumns columns = FindTolokaColumns(table);
  RowView row;
  table.Next(&row);
  return TolokaSeconds(columns, row, "a.tsv");
}

std::string HitName(const std::string& suite, const std::vector<std::string>& items) {
  TableReader table("ASSIGNMENT:worker_id\tASSIGNMENT:task_suite_id\n", "a.tsv");
  RowView row;
  row.cells = {"w", suite};
  return TolokaHitName(FindTolokaColumns(table), row, items);
}

TEST(TolokaSeconds, FromStartedToSubmitted) {
  EXPECT_EQ(Seconds("2024-02-28T23:59:00", "2024-03-01T00:00:30.250"), 86490.25);
  EXPECT_EQ(Seconds("2024-02-28T23:59:00", "2024-02-28T23:59:00"), 0);
  EXPECT_TRUE(std::isnan(Seconds("2024-02-28T23:59:00", "")));
  EXPECT_TRUE(std::isnan(Seconds("", "2024-02-28T23:59:00")));
}

TEST(TolokaSeconds, RefusesOtherTexts) {
  EXPECT_EQ(ErrorOf([] { Seconds("2024-02-30T00:00:00", "2024-03-01T00:00:00"); }),
            "a.tsv:2: ASSIGNMENT:started is '2024-02-30T00:00:00'; a time is 2024-03-01T10:20:30.250 in UTC");
  EXPECT_EQ(ErrorOf([] { Seconds("2024-03-01T00:00:01", "2024-03-01T00:00:00"); }),
            "a.tsv:2: submitted at 2024-03-01T00:00:00, before it was started at 2024-03-01T00:00:01; empty "
            "one cell "
            "where the time is not known");
}

TEST(TolokaHitName, ItemsTellHitsApartInAnyOrder) {
  EXPECT_EQ(HitName("", {"x", "y"}), HitName("", {"y", "x"}));
  EXPECT_NE(HitName("", {"x", "y"}), HitName("", {"x", "z"}));
  EXPECT_NE(HitName("s1", {"x", "y"}), HitName("s1", {"x", "z"}));
  EXPECT_NE(HitName("s1", {"x", "y"}), HitName("s2", {"x", "y"}));
  EXPECT_EQ(HitName("s1", {"x", "y"}), "s1/" + HitName("", {"x", "y"}));
}

TEST(TolokaColumns, AWorkerIsNeeded) {
  TableReader table("INPUT:images\tASSIGNMENT:user_id\n", "a.tsv");
  EXPECT_EQ(
      ErrorOf([&] { FindTolokaColumns(table); }),
      "a.tsv:1: no column 'ASSIGNMENT:worker_id'; nearest is 'ASSIGNMENT:user_id' (columns: INPUT:images, "
      "ASSIGNMENT:user_id)");
}

}  // namespace
}  // namespace crowdclust
