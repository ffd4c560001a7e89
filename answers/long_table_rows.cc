#include "answers/long_table_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.h"

namespace crowdclust {
namespace {

constexpr long long kMostLines = 4'000'000'000;

std::string_view NameOrNone(const NameIndex& names, int index) {
  return index < 0 ? std::string_view() : std::string_view(names.Name(index));
}

// Index of `name`, tried against `last` first: neighbours in a table are mostly of one assignment. -1 for an
// empty one.
int AddNear(std::string_view name, int last, NameIndex* names) {
  if (name.empty()) return -1;
  return last >= 0 && names->Name(last) == name ? last : names->Add(name);
}

}  // namespace

void LongTableRows::CheckSameAssignment(const LongTableKey& key, const LongTableKey& wanted) const {
  const auto check = [&](std::string_view what, int before, int now, const NameIndex& names) {
    if (before == now) return;
    throw InputError(
        place_, wanted.line,
        fmt::format("assignment '{}' is of {} '{}' here and of '{}' in line {}; an assignment is one "
                    "worker's answer to one HIT",
                    assignments_.Name(key.assignment), what, NameOrNone(names, now),
                    NameOrNone(names, before), key.line));
  };
  check("worker", key.worker, wanted.worker, workers_);
  check("HIT", key.hit, wanted.hit, hits_);
}

void LongTableRows::CheckSameStatus(const LongTableKey& key, const LongTableKey& wanted) const {
  if (key.status == wanted.status) return;
  throw InputError(
      place_, wanted.line,
      fmt::format("status is '{}' here and '{}' in line {} of the same assignment; an assignment has one "
                  "status",
                  NameOrNone(statuses_, wanted.status), NameOrNone(statuses_, key.status), key.line));
}

void LongTableRows::CheckSameGolden(const LongTableKey& key, const LongTableKey& wanted) const {
  if (key.golden == wanted.golden) return;
  throw InputError(
      place_, wanted.line,
      fmt::format("golden is {} here and {} in line {} of the same assignment; say the same in every row",
                  wanted.golden, key.golden, key.line));
}

void LongTableRows::AddSeconds(const LongTableCells& row, LongTableKey* key) const {
  if (std::isnan(row.seconds)) return;
  if (std::isnan(key->seconds)) {
    key->seconds = row.seconds;
    key->seconds_line = static_cast<std::uint32_t>(row.line);
  } else if (key->seconds != row.seconds) {
    throw InputError(
        place_, row.line,
        fmt::format("seconds are {} here and {} in line {} of the same assignment; say its time once, or "
                    "the same in every row",
                    row.seconds, key->seconds, key->seconds_line));
  }
}

LongTableKey LongTableRows::KeyNames(const LongTableCells& row) {
  if (row.line > kMostLines) throw InputError(place_, row.line, "too many lines; split the file");
  if (by_ == RowsBy::kAssignment && row.assignment.empty()) {
    throw InputError(place_, row.line, "an empty assignment; give every row its id, or leave the column out");
  }
  // An empty worker has an index too: the rules refuse it, unless its status does not count.
  const bool same_worker = last_.worker >= 0 && workers_.Name(last_.worker) == row.worker;
  return {.hit = AddNear(row.hit, last_.hit, &hits_),
          .assignment = AddNear(row.assignment, last_.assignment, &assignments_),
          .worker = same_worker ? last_.worker : workers_.Add(row.worker),
          .status = AddNear(row.status, last_.status, &statuses_),
          .line = static_cast<std::uint32_t>(row.line),
          .golden = row.golden};
}

std::uint32_t LongTableRows::KeyOf(const LongTableCells& row) {
  const LongTableKey wanted = KeyNames(row);
  last_ = wanted;
  std::uint32_t key = 0;
  switch (by_) {
    case RowsBy::kAssignment:
      key = static_cast<std::uint32_t>(wanted.assignment);
      break;
    case RowsBy::kHitAndWorker: {
      const std::uint64_t hit = static_cast<std::uint64_t>(wanted.hit) + 1;  // 0 for none
      key = static_cast<std::uint32_t>(
          keys_of_hits_and_workers_.Add(hit << 32 | static_cast<std::uint64_t>(wanted.worker)));
      break;
    }
    case RowsBy::kWorker:
      key = static_cast<std::uint32_t>(wanted.worker);
      break;
  }
  if (key == keys_.size()) {
    keys_.push_back(wanted);
  } else {
    if (by_ == RowsBy::kAssignment) CheckSameAssignment(keys_[key], wanted);
    CheckSameStatus(keys_[key], wanted);
    CheckSameGolden(keys_[key], wanted);
  }
  AddSeconds(row, &keys_[key]);
  return key;
}

void LongTableRows::Push(const LongTableCells& row, std::uint32_t key) {
  rows_.push_back({.key = key,
                   .line = static_cast<std::uint32_t>(row.line),
                   .item = items_.Add(row.item),
                   .group = row.group.empty() ? -1 : groups_.Add(row.group)});
  PushWord(row.word);
}

void LongTableRows::PushWord(std::string_view word) {
  if (word.empty() && word_of_row_.empty()) return;
  word_of_row_.resize(rows_.size(), -1);
  if (!word.empty()) word_of_row_.back() = words_.Add(word);
}

void LongTableRows::Add(const LongTableCells& row, const AssignmentSink& sink) {
  const std::size_t keys_before = keys_.size();
  const std::uint32_t key = KeyOf(row);
  if (stand_ == RowsStand::kTogether) {
    if (key + 1 < keys_before) RefuseReturn(row, key);
    HandOnUnless(key, sink);
  }
  Push(row, key);
}

// Hands on the assignment whose rows are held, unless it is the one with this key.
void LongTableRows::HandOnUnless(std::uint32_t key, const AssignmentSink& sink) {
  if (rows_.empty() || rows_.back().key == key) return;
  HandOn(sink);
  rows_.clear();
  word_of_row_.clear();
  items_ = NameIndex();
  groups_ = NameIndex();
  words_ = NameIndex();
}

void LongTableRows::RefuseReturn(const LongTableCells& row, std::uint32_t key) const {
  std::string whose = fmt::format("worker '{}'", row.worker);
  std::string_view sort_by = "worker";
  if (by_ == RowsBy::kHitAndWorker) {
    whose += row.hit.empty() ? " without a HIT" : fmt::format(" on HIT '{}'", row.hit);
    sort_by = "HIT and worker";
  }
  if (by_ == RowsBy::kAssignment) {
    whose = fmt::format("assignment '{}'", row.assignment);
    sort_by = "assignment";
  }
  throw InputError(
      place_, row.line,
      fmt::format("rows of {} began in line {} and come back here after others; sort the table by {}, or "
                  "convert it with --scattered",
                  whose, keys_[key].line, sort_by));
}

// Indices of rows, assignment by assignment; empty where they stand in that order already.
std::vector<std::uint32_t> LongTableRows::Order() const {
  if (std::ranges::is_sorted(rows_, {}, &LongTableRow::key)) return {};
  std::vector<std::size_t> next(keys_.size() + 1, 0);
  for (const LongTableRow& row : rows_) ++next[row.key + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<std::uint32_t> order(rows_.size());
  for (std::uint32_t r = 0; r < rows_.size(); ++r) order[next[rows_[r].key]++] = r;
  return order;
}

void LongTableRows::HandOn(const AssignmentSink& sink) const {
  const std::vector<std::uint32_t> order = Order();
  RawAssignment raw;
  for (std::size_t at = 0; at < rows_.size();) {
    const std::uint32_t at_key = rows_[order.empty() ? at : order[at]].key;
    const LongTableKey& key = keys_[at_key];
    raw.line = key.line;
    raw.hit = NameOrNone(hits_, key.hit);
    raw.assignment = NameOrNone(assignments_, key.assignment);
    raw.worker = workers_.Name(key.worker);
    raw.status = NameOrNone(statuses_, key.status);
    raw.golden = key.golden;
    raw.seconds = key.seconds;
    raw.items.clear();
    raw.groups.clear();
    raw.words.clear();
    raw.line_of_item.clear();
    for (; at < rows_.size(); ++at) {
      const std::size_t r = order.empty() ? at : order[at];
      const LongTableRow& row = rows_[r];
      if (row.key != at_key) break;
      raw.items.push_back(items_.Name(row.item));
      raw.groups.push_back(NameOrNone(groups_, row.group));
      if (!word_of_row_.empty()) raw.words.push_back(NameOrNone(words_, word_of_row_[r]));
      raw.line_of_item.push_back(row.line);
    }
    sink.add(place_, raw);
  }
}

}  // namespace crowdclust
