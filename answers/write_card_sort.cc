#include "answers/write_card_sort.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "answers/not_held.h"
#include "answers/user_names.h"
#include "base/delimited_text.h"
#include "base/name_index.h"

namespace crowdclust {
namespace {

class CardWriter {
 public:
  explicit CardWriter(const WriterOutput& output) : output_(output) {
    AddRow({"card_id", "card_label", "category_id", "category_label", "user_id"});
    Flush();
  }

  void Add(const AssignmentToWrite& assignment) {
    const RawAssignment& raw = assignment.raw;
    CountBareAnswer(assignment, output_.counts);
    const std::string& user = users_.NameNext(raw.worker, output_.counts);
    for (std::size_t i = 0; i < raw.items.size(); ++i) {
      const int group = assignment.groups.group_of_item[i];
      const std::string card = std::to_string(cards_.Add(raw.items[i]) + 1),
                        category = group < 0 ? "" : std::to_string(group + 1);
      AddRow({card, raw.items[i], category, assignment.groups.NameOf(i), user});
    }
    Flush();
  }

 private:
  void AddRow(const std::array<std::string_view, 5>& cells) { AppendRow(cells, output_.separator, &rows_); }
  void Flush() {
    output_.append(rows_);
    rows_.clear();
  }

  WriterOutput output_;
  NameIndex cards_;
  UserNames users_;
  std::string rows_;  // of the assignment at hand
};

}  // namespace

AnswersWriter WriteCardSort(const WriterOutput& output) {
  const auto writer = std::make_shared<CardWriter>(output);
  return {.add = [writer](const AssignmentToWrite& assignment) {
    writer->Add(assignment);
    return true;
  }};
}

}  // namespace crowdclust
