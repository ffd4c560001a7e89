// From assignments as files say them to answers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/answers.h"
#include "answers/assignment_rules.h"
#include "answers/assignment_sink.h"
#include "answers/intake.h"
#include "answers/raw_assignment.h"
#include "base/name_index.h"

namespace crowdclust {

// Takes assignments by AssignmentRules, then:
// Items without a group are left out of the partition and counted. Only items in a group become items of the
// answers. Groups are called by RawAssignment::words, or where there are none by their own texts. Without any
// group there is no assignment, but it is counted in Intake::without_pairs.
class AnswersBuilder {
 public:
  explicit AnswersBuilder(bool include_golden = false)
      : include_golden_(include_golden), rules_(include_golden) {}

  // `place` is the file's name, for messages. O(items), whatever was added before.
  void Add(const std::string& place, const RawAssignment& raw);

  // What adds to this builder, which must outlive it.
  AssignmentSink Sink();

  const Intake& intake() const { return rules_.intake(); }

  // The answers, with no room for more; leaves the builder empty.
  Answers Finish();

 private:
  int GroupNumber(std::string_view group, std::string_view called);
  void KeepWords();  // of the assignment at hand

  bool include_golden_;
  AssignmentRules rules_;
  Answers answers_;

  std::vector<int> item_index_;  // by item name met: its index in the answers, -1 for none yet
  // A slot of the assignment at hand holds `serial_`.
  std::int64_t serial_ = 0;
  NameIndex group_names_;
  std::vector<std::int64_t> group_serial_;  // by group name: the last assignment that used it
  std::vector<int> group_number_;           // by group name: its number there
  std::vector<std::string_view> called_;    // by number: what the group is called
};

}  // namespace crowdclust
