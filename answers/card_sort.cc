#include "answers/card_sort.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/long_table_rows.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "base/name_index.h"
#include "base/number_index.h"

namespace crowdclust {
namespace {

struct CardColumns {
  int card, card_label, category, category_label, user;
  std::array<int, 5> Read() const { return {card, card_label, category, category_label, user}; }
};

// One of the two must be there.
int FindPreferred(const TableReader& table, std::string_view preferred, int other) {
  return other >= 0 ? table.Find(preferred) : table.Require(preferred);
}

CardColumns FindCardColumns(const TableReader& table) {
  const int card = table.Find("card_id");
  const int category = table.Find("category_id");
  return {.card = card,
          .card_label = FindPreferred(table, "card_label", card),
          .category = category,
          .category_label = FindPreferred(table, "category_label", category),
          .user = table.Require("user_id")};
}

std::string_view LabelOrId(const RowView& row, int label_column, int id_column) {
  const std::string_view label = CellOf(row, label_column);
  return label.empty() ? CellOf(row, id_column) : label;
}

// Names categories apart within a user, and sees to it that each has one label.
class Categories {
 public:
  explicit Categories(const std::string& place) : place_(place) {}

  // Empty for none. Valid until the next call.
  std::string_view NameOf(const RowView& row, const CardColumns& columns) {
    const std::string_view id = CellOf(row, columns.category);
    const std::string_view label = CellOf(row, columns.category_label);
    if (id.empty() && label.empty()) return {};
    if (!id.empty() && !label.empty()) CheckLabel(row, id, CellOf(row, columns.user), label);
    // An id and a label that read the same are two groups.
    name_ = id.empty() ? 'l' : 'i';
    name_ += id.empty() ? label : id;
    return name_;
  }

 private:
  struct Labelled {
    int label = 0;
    long long line = 0;
  };

  void CheckLabel(const RowView& row, std::string_view id, std::string_view user, std::string_view label) {
    const auto user_at = static_cast<std::uint64_t>(users_.Add(user));
    const auto at =
        static_cast<std::size_t>(ids_of_users_.Add(user_at << 32 | static_cast<std::uint64_t>(ids_.Add(id))));
    const int label_at = labels_.Add(label);
    if (at == labelled_.size()) labelled_.push_back({label_at, row.line});
    if (labelled_[at].label == label_at) return;
    throw InputError(
        place_, row.line,
        fmt::format("category '{}' of user '{}' is '{}' here and '{}' in line {}; a category has one label",
                    id, user, label, labels_.Name(labelled_[at].label), labelled_[at].line));
  }

  const std::string& place_;
  std::string name_;
  NameIndex users_, ids_, labels_;
  NumberIndex ids_of_users_;
  std::vector<Labelled> labelled_;  // by index of user and id
};

}  // namespace

void ReadCardSort(const AnswersText& text, const AssignmentSink& sink) {
  TableReader table(text.text, text.place);
  const CardColumns columns = FindCardColumns(table);
  for (const std::string& column : table.ColumnsBeside(columns.Read())) sink.ignore_column(column);
  Categories categories(text.place);
  LongTableRows rows(text.place, RowsBy::kWorker, text.rows);
  RowView row;
  while (table.Next(&row)) {
    rows.Add({.line = row.line,
              .worker = CellOf(row, columns.user),
              .item = LabelOrId(row, columns.card_label, columns.card),
              .group = categories.NameOf(row, columns),
              .word = LabelOrId(row, columns.category_label, columns.category)},
             sink);
    if (text.passed) text.passed(table.offset());
  }
  rows.HandOn(sink);
}

}  // namespace crowdclust
