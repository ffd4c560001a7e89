// The rows of a long table, by assignment.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"
#include "answers/long_table_columns.h"
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
  int worker = -1;
  int status = -1;
  double seconds = std::numeric_limits<double>::quiet_NaN();
  std::uint32_t line = 0;          // of the first row
  std::uint32_t seconds_line = 0;  // of the row that says them
  bool golden = false;
};

// Collects rows and tells which assignment each belongs to.
class LongTableRows {
 public:
  // `place` is the file's name, for messages.
  LongTableRows(std::string place, RowsBy by, RowsStand stand = RowsStand::kAnywhere)
      : place_(std::move(place)), by_(by), stand_(stand) {}

  // Adds a row. Where rows stand together and it begins another assignment, the one before is put into the
  // sink and forgotten but for its key. Throws InputError where the row does not fit its assignment: another
  // worker or HIT, another status, other seconds, golden or not; and for an assignment that comes back where
  // rows stand together. An empty HIT is none, an empty group is none.
  void Add(const LongTableCells& row, const AssignmentSink& sink);

  // Puts the assignments whose rows are held into the sink, in order of first appearance, rows in the order
  // of the table.
  void HandOn(const AssignmentSink& sink) const;

 private:
  LongTableKey KeyNames(const LongTableCells& row);
  std::uint32_t KeyOf(const LongTableCells& row);
  void HandOnUnless(std::uint32_t key, const AssignmentSink& sink);
  void Push(const LongTableCells& row, std::uint32_t key);
  void PushWord(std::string_view word);
  void CheckSameAssignment(const LongTableKey& key, const LongTableKey& wanted) const;
  void CheckSameStatus(const LongTableKey& key, const LongTableKey& wanted) const;
  void CheckSameGolden(const LongTableKey& key, const LongTableKey& wanted) const;
  void AddSeconds(const LongTableCells& row, LongTableKey* key) const;
  [[noreturn]] void RefuseReturn(const LongTableCells& row, std::uint32_t key) const;
  std::vector<std::uint32_t> Order() const;

  std::string place_;
  RowsBy by_;
  RowsStand stand_;
  NameIndex hits_, assignments_, workers_, items_, groups_, statuses_, words_;
  std::vector<LongTableRow> rows_;
  std::vector<int> word_of_row_;  // -1 for none; empty where no row has one
  std::vector<LongTableKey> keys_;
  LongTableKey last_;  // of the row before
  NumberIndex keys_of_hits_and_workers_;
};

}  // namespace crowdclust
