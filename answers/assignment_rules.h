// The rules that hold for every format: which assignments count.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/intake.h"
#include "answers/raw_assignment.h"
#include "base/name_index.h"
#include "base/number_index.h"

namespace crowdclust {

// Takes assignments one by one, in this order of rules:
// 1. A status that does not count (see CountsAsAnswer): left out, counted, looked at no further.
// 2. An empty worker or item, no items, items and groups not equally many, an item twice: InputError.
// 3. Golden ones are left out and counted, unless they are asked for.
// 4. A worker's second answer to one HIT is left out and counted. An assignment id seen before with another
//    worker is an InputError; with the same worker and no HIT named it is a second answer; with the same
//    worker and another HIT it is one more HIT of the same page, and is taken. A second answer without any of
//    the first kHitItems items that the HIT was seen to show is an InputError: it is another HIT of that
//    name. So many, since an answer may lack an item that its worker put in no group; none of them, since two
//    HITs of one study may share some.
// Names are the same things in every file. Where no HIT and no assignment is named, nothing tells a second
// answer from a first. Memory grows with the names and the assignments, not with their rows.
class AssignmentRules {
 public:
  explicit AssignmentRules(bool include_golden = false) : include_golden_(include_golden) {}

  // Whether it is taken. `place` is the file's name, for messages. O(items), whatever was before.
  bool Takes(const std::string& place, const RawAssignment& raw);

  // The items of the assignment last taken, in its order: indices into all item names met so far, also in
  // what is left out.
  const std::vector<int>& shown() const { return shown_; }

  // Whether the assignment last taken has an id that one before it had.
  bool repeats_id() const { return repeats_id_; }

  // What was left out, and how many rows and assignments Count was told.
  const Intake& intake() const { return intake_; }

  // Remembers that a table has a column that no rule reads.
  void IgnoreColumn(std::string_view column) { intake_.ignored_columns.emplace(column); }

  // Counts what came of the assignment last taken, `rows` of its items being in groups.
  void CountTaken(const RawAssignment& raw, std::int64_t rows);

 private:
  void CheckNames(const std::string& place, const RawAssignment& raw);
  void CheckItems(const std::string& place, const RawAssignment& raw);
  bool IsSecondAnswer(const std::string& place, const RawAssignment& raw);
  void CheckSameHit(const std::string& place, const RawAssignment& raw, std::size_t hit) const;

  static constexpr std::size_t kHitItems = 4;

  bool include_golden_;
  Intake intake_;

  // A slot of the assignment at hand holds `serial_`.
  std::int64_t serial_ = 0;
  NameIndex item_names_;
  std::vector<std::int64_t> item_serial_;  // by item name: the last assignment that showed it
  std::vector<std::size_t> item_slot_;     // by item name: its place there
  std::vector<int> shown_;
  bool repeats_id_ = false;

  NameIndex seen_workers_;
  NameIndex seen_hits_;
  std::vector<std::array<int, kHitItems>> items_of_seen_hit_;  // names; -1 where it shows fewer
  NameIndex seen_assignments_;
  std::vector<int> worker_of_seen_assignment_;
  NumberIndex seen_answers_;  // a HIT and a worker each
};

}  // namespace crowdclust
