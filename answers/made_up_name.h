// Names where a format needs one and the answers have none.
#pragma once

#include <string>
#include <string_view>

#include "answers/answers_writer.h"

namespace crowdclust {

// A name that no other assignment has, in this file or another: its number and 12 hexadecimal digits of the
// SHA-256 of its number, worker, items and groups, "17-3f2a9c1b04d5". Equal for equal input.
std::string MadeUpName(const AssignmentToWrite& assignment);

// The assignment's id where it is its own; else MadeUpName, after the id and "#" where there is one, and
// counted.
std::string OwnId(const AssignmentToWrite& assignment, WriteCounts* counts);

}  // namespace crowdclust
