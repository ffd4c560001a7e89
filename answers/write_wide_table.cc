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

constexpr auto kReservedGroups = std::to_array<std::string_view>({"NA"});

enum class WideRows { kItems, kWorkers };

class WideWriter {
 public:
  WideWriter(const WriterOutput& output, WideRows rows) : output_(output), rows_(rows) {}

  void Add(const AssignmentToWrite& assignment) {
    const RawAssignment& raw = assignment.raw;
    CountBareAnswer(assignment, output_.counts);
    CountWithoutGroup(assignment, output_.counts);
    std::vector<std::string> names = assignment.groups.names;
    output_.counts->Add(WriteCount::kGroupRenamed, AvoidNames(kReservedGroups, &names));
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
    if (rows_ == WideRows::kItems) {
      AppendMatrix("item", items_.names(), users_, &Cell::item, &Cell::user);
    } else {
      AppendMatrix("worker", users_, items_.names(), &Cell::user, &Cell::item);
    }
  }

 private:
  struct Cell {
    int item = 0, user = 0, group = 0;
  };

  // A row for each name of `down`, a column for each of `across`.
  void AppendMatrix(const char* corner, const std::vector<std::string>& down,
                    const std::vector<std::string>& across, int Cell::*row_of, int Cell::*column_of) {
    std::ranges::sort(cells_, {}, row_of);  // within a row the columns say where
    AppendHeader(corner, across);
    std::vector<std::string_view> row(across.size() + 1);
    auto cell = cells_.begin();
    for (int r = 0; r < static_cast<int>(down.size()); ++r) {
      std::ranges::fill(row, std::string_view());
      row[0] = down[static_cast<std::size_t>(r)];
      for (; cell != cells_.end() && (*cell).*row_of == r; ++cell)
        row[static_cast<std::size_t>((*cell).*column_of) + 1] = groups_.Name(cell->group);
      std::string text;
      AppendRow(row, output_.separator, &text);
      output_.append(text);
    }
  }

  void CheckSize(const AssignmentToWrite& assignment) const {
    if (static_cast<std::int64_t>(users_.size()) * items_.size() <= kMostWideCells) return;
    throw InputError(assignment.place, assignment.raw.line,
                     fmt::format("{} items and {} assignments so far make a matrix of more than {} cells; "
                                 "write another format, such as table or card-sort",
                                 GroupDigits(items_.size()), GroupDigits(std::ssize(users_)),
                                 GroupDigits(kMostWideCells)));
  }

  // A name that holds what separates the cells of other tables is quoted, lest it be taken for the separator.
  void AppendHeader(const char* corner, const std::vector<std::string>& names) {
    std::string header = corner;
    for (const std::string& name : names) {
      header += output_.separator;
      if (name.find_first_of("\t,;\"\r\n") == std::string::npos) {
        header += name;
      } else {
        AppendQuoted(name, &header);
      }
    }
    output_.append(header + "\n");
  }

  WriterOutput output_;
  WideRows rows_;
  NameIndex items_, groups_;
  UserNames user_names_;
  std::vector<std::string> users_;
  std::vector<Cell> cells_;
};

AnswersWriter WriteWide(const WriterOutput& output, WideRows rows) {
  const auto writer = std::make_shared<WideWriter>(output, rows);
  return {.add =
              [writer](const AssignmentToWrite& assignment) {
                writer->Add(assignment);
                return true;
              },
          .finish = [writer] { writer->Finish(); }};
}

}  // namespace

AnswersWriter WriteWideTable(const WriterOutput& output) { return WriteWide(output, WideRows::kItems); }

AnswersWriter WriteWideWorkersTable(const WriterOutput& output) {
  return WriteWide(output, WideRows::kWorkers);
}

}  // namespace crowdclust
