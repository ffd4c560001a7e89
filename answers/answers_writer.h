// How answers are written: an assignment at a time, whatever the format.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "answers/named_groups.h"
#include "answers/raw_assignment.h"
#include "answers/write_counts.h"

namespace crowdclust {

// An assignment that the rules took, with an item in a group at least.
struct AssignmentToWrite {
  const std::string& place;  // for messages
  const RawAssignment& raw;
  const NamedGroups& groups;
  std::int64_t number;      // 1, 2, …
  bool has_own_id = false;  // its id is named, and no assignment before has it
};

struct WriterOutput {
  std::function<void(std::string_view)> append;
  char separator = '\t';          // of tables
  bool golden = false;            // golden assignments may come, and are to be marked
  WriteCounts* counts = nullptr;  // told of what the format cannot hold
};

// Writes in one format. The maker of a writer appends what stands before the first assignment; what `output`
// holds must outlive it.
struct AnswersWriter {
  // Whether it is written. Throws InputError where the answers outgrow the format.
  std::function<bool(const AssignmentToWrite&)> add;
  // Appends what stands behind the last. May be empty.
  std::function<void()> finish = {};
};

}  // namespace crowdclust
