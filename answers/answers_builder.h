// From assignments as files say them to answers: the rules that hold for every format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/answers.h"
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
//    worker and another HIT it is one more HIT of the same page, and is taken.
// 5. Items without a group are left out of the partition and counted. Only items in a group become items of
// the
//    answers. Without any group there is no assignment, but it is counted in Intake::without_pairs.
// Names are the same things in every file that is added. Where no HIT and no assignment is named, nothing
// tells a second answer from a first.
class AnswersBuilder {
 public:
  explicit AnswersBuilder(bool include_golden = false) : include_golden_(include_golden) {}

  // `place` is the file's name, for messages. O(items), whatever was added before.
  void Add(const std::string& place, const RawAssignment& raw);

  // Remembers that a table has a column that no rule reads.
  void IgnoreColumn(std::string_view column);

  const Intake& intake() const { return intake_; }

  // The answers, with no room for more; leaves the builder empty.
  Answers Finish();

 private:
  void CheckNames(const std::string& place, const RawAssignment& raw);
  void CheckItems(const std::string& place, const RawAssignment& raw);
  bool IsSecondAnswer(const std::string& place, const RawAssignment& raw);
  void TakeRows(const RawAssignment& raw);
  int GroupNumber(std::string_view group, int* groups_used);

  bool include_golden_;
  Answers answers_;
  Intake intake_;

  // Every item and group name met, also in what is left out. A slot of the assignment at hand holds
  // `serial_`.
  std::int64_t serial_ = 0;
  NameIndex item_names_;
  std::vector<std::int64_t> item_serial_;  // by item name: the last assignment that showed it
  std::vector<std::size_t> item_slot_;     // by item name: its place there
  std::vector<int> item_index_;            // by item name: its index in the answers, -1 for none yet
  std::vector<int> shown_;                 // of the assignment at hand: its item names
  NameIndex group_names_;
  std::vector<std::int64_t> group_serial_;  // by group name: the last assignment that used it
  std::vector<int> group_number_;           // by group name: its number there

  NameIndex seen_workers_;
  NameIndex seen_hits_;
  NameIndex seen_assignments_;
  std::vector<int> worker_of_seen_assignment_;
  NumberIndex seen_answers_;  // a HIT and a worker each
};

}  // namespace crowdclust
