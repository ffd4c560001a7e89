// Answers as a matrix of items and workers.
#pragma once

#include <cstdint>

#include "answers/answers_writer.h"

namespace crowdclust {

// Cells of a matrix at most: it is mostly empty where people see few of many items.
inline constexpr std::int64_t kMostWideCells = 20'000'000;

// A row an item, a column an assignment, named as UserNames does, both in order of first appearance; a cell
// is the group, empty for none. A group named NA gets a space behind. HITs, ids, seconds, statuses, golden
// marks and items without a group are not held. All is held to the end, 12 bytes an item in a group and the
// names. Throws InputError where the matrix gets more than kMostWideCells.
AnswersWriter WriteWideTable(const WriterOutput& output);

// The same turned over: a row an assignment, a column an item.
AnswersWriter WriteWideWorkersTable(const WriterOutput& output);

}  // namespace crowdclust
