#include "answers/table_format.h"

#include <gtest/gtest.h>

#include <vector>

namespace crowdclust {
namespace {

AnswersFormat Of(const std::vector<std::string_view>& columns) { return FormatOfColumns(columns); }

TEST(FormatOfColumns, ToldByColumnsInAnyOrder) {
  EXPECT_EQ(Of({"card_id", "card_label", "category_id", "category_label", "user_id"}),
            AnswersFormat::kCardSort);
  EXPECT_EQ(Of({"user_id", "card_label", "x", "category_label"}), AnswersFormat::kCardSort);
  EXPECT_EQ(Of({"odd", "c", "b", "a", "hit", "worker"}), AnswersFormat::kTriples);
  EXPECT_EQ(Of({"same", "b", "a", "worker", "seconds"}), AnswersFormat::kPairs);
  EXPECT_EQ(Of({"task", "worker", "label"}), AnswersFormat::kCrowdKit);
  EXPECT_EQ(Of({"label", "performer", "task", "time"}), AnswersFormat::kCrowdKit);
  EXPECT_EQ(Of({"item", "ann", "bob"}), AnswersFormat::kWide);
  EXPECT_EQ(Of({"worker", "apple", "pear"}), AnswersFormat::kWideWorkers);
}

TEST(FormatOfColumns, AllElseIsTheLongTable) {
  for (const std::vector<std::string_view>& columns :
       std::vector<std::vector<std::string_view>>{{},
                                                  {"x"},
                                                  {"worker", "item", "group"},
                                                  {"item", "worker", "group"},
                                                  {"worker", "itme", "group"},
                                                  {"worker", "item", "group", "task", "label"},
                                                  {"item", "ann"},
                                                  {"item", "cluster", "probability"},
                                                  {"item", "label", "colour"},
                                                  {"worker", "apple"},
                                                  {"ann", "item", "bob"},
                                                  {"user_id", "card_id"},
                                                  {"card_id", "category_id"},
                                                  {"task", "label", "annotator"},
                                                  {"worker", "a", "b", "label"}}) {
    EXPECT_EQ(Of(columns), AnswersFormat::kTable);
  }
}

}  // namespace
}  // namespace crowdclust
