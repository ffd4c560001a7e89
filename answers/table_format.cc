#include "answers/table_format.h"

#include <algorithm>
#include <array>

namespace crowdclust {
namespace {

// Columns that tables have where each row is one thing, of answers or of what is found from them.
constexpr std::array<std::string_view, 12> kOwnColumns = {"worker",     "item",    "group",  "hit",
                                                          "assignment", "seconds", "status", "golden",
                                                          "answer",     "cluster", "label",  "task"};

// The items or workers of a matrix have names that no own column has.
bool IsMatrix(std::span<const std::string_view> columns) {
  return columns.size() > 2 && std::ranges::all_of(columns.subspan(1), [](std::string_view column) {
           return std::ranges::find(kOwnColumns, column) == kOwnColumns.end();
         });
}

}  // namespace

AnswersFormat FormatOfColumns(std::span<const std::string_view> columns) {
  const auto has = [columns](std::string_view column) {
    return std::ranges::find(columns, column) != columns.end();
  };
  const bool has_card = has("card_id") || has("card_label");
  const bool has_category = has("category_id") || has("category_label");
  if (has("user_id") && has_card && has_category) return AnswersFormat::kCardSort;
  if (has("worker") && has("a") && has("b") && has("c") && has("odd")) return AnswersFormat::kTriples;
  if (has("worker") && has("a") && has("b") && has("same")) return AnswersFormat::kPairs;
  const bool has_long = has("item") || has("group");
  if (has("task") && has("label") && (has("worker") || has("performer")) && !has_long)
    return AnswersFormat::kCrowdKit;
  if (!columns.empty() && columns[0] == "item" && IsMatrix(columns)) return AnswersFormat::kWide;
  if (!columns.empty() && columns[0] == "worker" && IsMatrix(columns)) return AnswersFormat::kWideWorkers;
  return AnswersFormat::kTable;
}

}  // namespace crowdclust
