// The rows of a long table, by assignment.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/delimited_text.h"
#include "base/name_index.h"
#include "base/number_index.h"

namespace crowdclust {

// One row in 16 bytes: millions of them are held at once.
struct LongTableRow {
  std::uint32_t key = 0;   // index of its assignment
  std::uint32_t line = 0;  // where it begins, from 1
  int item = 0;
  int group = 0;  // -1 for none
};

// What the rows of one assignment share; -1 where not named.
struct LongTableKey {
  int hit = -1;
  int assignment = -1;
  int worker = 0;
  int status = -1;
  double seconds = std::numeric_limits<double>::quiet_NaN();
  std::uint32_t line = 0;          // of the first row
  std::uint32_t seconds_line = 0;  // of the row that says them
};

// Collects rows and tells which assignment each belongs to (see ReadLongTable).
class LongTableRows {
 public:
  // Finds the columns. Throws InputError when worker, item or group is missing, the nearest column named.
  explicit LongTableRows(const TableReader& table);

  // Throws InputError where the row does not fit its assignment.
  void Add(const RowView& row);

  // Indices of rows, assignment by assignment in order of first appearance, rows in the order of the table;
  // those of key k are the places first_of_key[k] .. first_of_key[k + 1] - 1. Empty where the rows stand in
  // that order already.
  std::vector<std::uint32_t> Order(std::vector<std::size_t>* first_of_key) const;

  // Indices of the columns that are read; -1 where the table lacks one.
  std::array<int, 7> ColumnsRead() const {
    return {hit_at_, assignment_at_, worker_at_, item_at_, group_at_, seconds_at_, status_at_};
  }

  const std::vector<LongTableRow>& rows() const { return rows_; }
  const std::vector<LongTableKey>& keys() const { return keys_; }
  const NameIndex& hits() const { return hits_; }
  const NameIndex& assignments() const { return assignments_; }
  const NameIndex& workers() const { return workers_; }
  const NameIndex& items() const { return items_; }
  const NameIndex& groups() const { return groups_; }
  const NameIndex& statuses() const { return statuses_; }

 private:
  std::uint32_t KeyOf(const RowView& row, const LongTableKey& wanted);
  void CheckSameAssignment(const LongTableKey& key, const LongTableKey& wanted) const;
  void CheckSameStatus(const LongTableKey& key, const LongTableKey& wanted) const;
  void ReadSeconds(const RowView& row, LongTableKey* key) const;

  std::string place_;
  int hit_at_, assignment_at_, worker_at_, item_at_, group_at_, seconds_at_, status_at_;
  NameIndex hits_, assignments_, workers_, items_, groups_, statuses_;
  std::vector<LongTableRow> rows_;
  std::vector<LongTableKey> keys_;
  NumberIndex keys_of_hits_and_workers_;
};

}  // namespace crowdclust
