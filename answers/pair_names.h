// Names that stay apart when an assignment is written as its pairs.
#pragma once

#include <cstdint>
#include <string>

#include "answers/answers_writer.h"

namespace crowdclust {

// What a row of one pair names.
struct PairNames {
  std::string hit, assignment;  // empty where none is named
};

// The names for pair 1, 2, … of an assignment. The pairs of more than two items are HITs of their own,
// "h1#1", "h1#2", …, of one assignment; where no HIT is named it is the assignment that is numbered. Two
// items keep their names, but for one that ends in # and digits, which would be another's pair: it gets "#1".
// `numbered` is told whether any name got a number.
PairNames NamesOfPair(const AssignmentToWrite& assignment, std::int64_t pair, bool* numbered);

}  // namespace crowdclust
