#include "answers/write_wide_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "answers/not_held.h"
#include "answers/user_names.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "base/grouped_digits.h"
#include "base/name_index.h"

namespace crowdclust {
namespace {

constexpr auto kReserved = std::to_array<std::string_view>({"NA"});

class WideWriter {
 public:
  explicit WideWriter(const WriterOutput& output) : output_(output) {}

  void Add(const AssignmentToWrite& assignment) {
    const RawAssignment& raw = assignment.raw;
    CountBareAnswer(assignment, output_.counts);
    CountWithoutGroup(assignment, output_.counts);
    std::vector<std::string> names = assignment.groups.names;
    output_.counts->Add(WriteCount::kGroupRenamed, AvoidNames(kReserved, &names));
    const auto user = static_cast<int>(users_.size());
    users_.push_back(user_names_.NameNext(raw.worker, output_.counts));
    for (std::size_t i = 0; i < raw.items.size(); ++i) {
      const int group = assignment.groups.group_of_item[i];
      if (group < 0) continue;
      cells_.push_back({.item = items_.Add(raw.items[i]),
                        .user = user,
                        .group = groups_.Add(names[static_cast<std::size_t>(group)])});
    }
    CheckSize(assignment);
  }

  void Finish() {
    std::ranges::sort(cells_, {}, &Cell::item);  // within an item the users say where
    AppendHeader();
    std::vector<std::string_view> row(users_.size() + 1);
    auto cell = cells_.begin();
    for (int item = 0; item < items_.size(); ++item) {
      std::ranges::fill(row, std::string_view());
      row[0] = items_.Name(item);
      for (; cell != cells_.end() && cell->item == item; ++cell)
        row[static_cast<std::size_t>(cell->user) + 1] = groups_.Name(cell->group);
      std::string text;
      AppendRow(row, output_.separator, &text);
      output_.append(text);
    }
  }

 private:
  struct Cell {
    int item = 0, user = 0, group = 0;
  };

  void CheckSize(const AssignmentToWrite& assignment) const {
    if (static_cast<std::int64_t>(users_.size()) * items_.size() <= kMostWideCells) return;
    throw InputError(assignment.place, assignment.raw.line,
                     fmt::format("{} items and {} assignments so far make a matrix of more than {} cells; "
                                 "write another format, such as table or card-sort",
                                 GroupDigits(items_.size()), GroupDigits(std::ssize(users_)),
                                 GroupDigits(kMostWideCells)));
  }

  // A name that holds what separates the cells of other tables is quoted, lest it be taken for the separator.
  void AppendHeader() {
    std::string header = "item";
    for (const std::string& user : users_) {
      header += output_.separator;
      if (user.find_first_of("\t,;\"\r\n") == std::string::npos) {
        header += user;
      } else {
        AppendQuoted(user, &header);
      }
    }
    output_.append(header + "\n");
  }

  WriterOutput output_;
  NameIndex items_, groups_;
  UserNames user_names_;
  std::vector<std::string> users_;
  std::vector<Cell> cells_;
};

}  // namespace

AnswersWriter WriteWideTable(const WriterOutput& output) {
  const auto writer = std::make_shared<WideWriter>(output);
  return {.add =
              [writer](const AssignmentToWrite& assignment) {
                writer->Add(assignment);
                return true;
              },
          .finish = [writer] { writer->Finish(); }};
}

}  // namespace crowdclust
