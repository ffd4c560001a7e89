// What formats of one kind cannot hold, counted in one place.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// HIT, id, seconds, status and golden mark, for formats that hold workers, items and groups alone.
void CountBareAnswer(const AssignmentToWrite& assignment, WriteCounts* counts);

// Items without a group.
void CountWithoutGroup(const AssignmentToWrite& assignment, WriteCounts* counts);

// Whether groups have words.
void CountWords(const AssignmentToWrite& assignment, WriteCounts* counts);

}  // namespace crowdclust
