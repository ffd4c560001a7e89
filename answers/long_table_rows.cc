#include "answers/long_table_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "answers/seconds_text.h"
#include "base/error.h"

namespace crowdclust {
namespace {

constexpr long long kMostLines = 4'000'000'000;

std::string_view Cell(const RowView& row, int column) { return row.cells[static_cast<std::size_t>(column)]; }

// Index of `name`, tried against `last` first: neighbours in a table are mostly of one assignment.
int AddNear(std::string_view name, int last, NameIndex* names) {
  return last >= 0 && names->Name(last) == name ? last : names->Add(name);
}

}  // namespace

LongTableRows::LongTableRows(const TableReader& table)
    : place_(table.place()),
      hit_at_(table.Find("hit")),
      assignment_at_(table.Find("assignment")),
      worker_at_(table.Require("worker")),
      item_at_(table.Require("item")),
      group_at_(table.Require("group")),
      seconds_at_(table.Find("seconds")),
      status_at_(table.Find("status")) {}

void LongTableRows::CheckSameAssignment(const LongTableKey& key, const LongTableKey& wanted) const {
  const auto check = [&](std::string_view what, int before, int now, const NameIndex& names) {
    if (before == now) return;
    const auto name = [&names](int index) { return index < 0 ? std::string() : names.Name(index); };
    throw InputError(
        place_, wanted.line,
        fmt::format("assignment '{}' is of {} '{}' here and of '{}' in line {}; an assignment is one "
                    "worker's answer to one HIT",
                    assignments_.Name(key.assignment), what, name(now), name(before), key.line));
  };
  check("worker", key.worker, wanted.worker, workers_);
  check("HIT", key.hit, wanted.hit, hits_);
}

std::uint32_t LongTableRows::KeyOf(const RowView& row, const LongTableKey& wanted) {
  const auto next = static_cast<std::uint32_t>(keys_.size());
  std::uint32_t key = 0;
  if (assignment_at_ >= 0) {
    key = static_cast<std::uint32_t>(wanted.assignment);
  } else if (hit_at_ >= 0) {
    const std::uint64_t pair =
        static_cast<std::uint64_t>(wanted.hit + 1) << 32 | static_cast<std::uint64_t>(wanted.worker);
    key = static_cast<std::uint32_t>(keys_of_hits_and_workers_.Add(pair));
  } else {
    key = static_cast<std::uint32_t>(wanted.worker);
  }
  if (key == next) {
    keys_.push_back(wanted);
  } else {
    if (assignment_at_ >= 0) CheckSameAssignment(keys_[key], wanted);
    CheckSameStatus(keys_[key], wanted);
  }
  if (seconds_at_ >= 0) ReadSeconds(row, &keys_[key]);
  return key;
}

void LongTableRows::CheckSameStatus(const LongTableKey& key, const LongTableKey& wanted) const {
  if (key.status == wanted.status) return;
  const auto name = [this](int status) { return status < 0 ? std::string() : statuses_.Name(status); };
  throw InputError(
      place_, wanted.line,
      fmt::format("status is '{}' here and '{}' in line {} of the same assignment; an assignment has one "
                  "status",
                  name(wanted.status), name(key.status), key.line));
}

void LongTableRows::ReadSeconds(const RowView& row, LongTableKey* key) const {
  const double seconds = ParseSeconds(Cell(row, seconds_at_), place_, row.line);
  if (std::isnan(seconds)) return;
  if (std::isnan(key->seconds)) {
    key->seconds = seconds;
    key->seconds_line = static_cast<std::uint32_t>(row.line);
  } else if (key->seconds != seconds) {
    throw InputError(
        place_, row.line,
        fmt::format("seconds are {} here and {} in line {} of the same assignment; say its time once, or "
                    "the same in every row",
                    seconds, key->seconds, key->seconds_line));
  }
}

void LongTableRows::Add(const RowView& row) {
  if (row.line > kMostLines) throw InputError(place_, row.line, "too many lines; split the file");
  const LongTableKey last = rows_.empty() ? LongTableKey{.worker = -1} : keys_[rows_.back().key];
  LongTableKey key{.line = static_cast<std::uint32_t>(row.line)};
  key.worker = AddNear(Cell(row, worker_at_), last.worker, &workers_);
  if (hit_at_ >= 0 && !Cell(row, hit_at_).empty()) key.hit = AddNear(Cell(row, hit_at_), last.hit, &hits_);
  if (assignment_at_ >= 0) {
    if (Cell(row, assignment_at_).empty()) {
      throw InputError(place_, row.line,
                       "an empty assignment; give every row its id, or leave the column out");
    }
    key.assignment = AddNear(Cell(row, assignment_at_), last.assignment, &assignments_);
  }
  if (status_at_ >= 0 && !Cell(row, status_at_).empty()) {
    key.status = AddNear(Cell(row, status_at_), last.status, &statuses_);
  }
  const std::string_view group = Cell(row, group_at_);
  rows_.push_back({.key = KeyOf(row, key),
                   .line = key.line,
                   .item = items_.Add(Cell(row, item_at_)),
                   .group = group.empty() ? -1 : groups_.Add(group)});
}

std::vector<std::uint32_t> LongTableRows::Order(std::vector<std::size_t>* first_of_key) const {
  first_of_key->assign(keys_.size() + 1, 0);
  for (const LongTableRow& row : rows_) ++(*first_of_key)[row.key + 1];
  for (std::size_t k = 0; k < keys_.size(); ++k) (*first_of_key)[k + 1] += (*first_of_key)[k];
  if (std::ranges::is_sorted(rows_, {}, &LongTableRow::key)) return {};
  std::vector<std::size_t> next(first_of_key->begin(), first_of_key->end() - 1);
  std::vector<std::uint32_t> order(rows_.size());
  for (std::uint32_t r = 0; r < rows_.size(); ++r) order[next[rows_[r].key]++] = r;
  return order;
}

}  // namespace crowdclust
