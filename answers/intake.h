// What a reader took in, and what it left out and why.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/input_file.h"

namespace crowdclust {

// Counts over all files read. Every record of the input is in one of them: nothing is dropped silently.
struct Intake {
  std::int64_t assignments = 0;          // taken
  std::int64_t rows = 0;                 // items with a group in the assignments taken (answers: 1 each)
  std::int64_t items_without_group = 0;  // left out of their partition
  std::int64_t golden = 0;               // assignments to golden, exam or training HITs, left out
  std::int64_t golden_included = 0;      // the same, taken because asked for
  std::int64_t duplicates = 0;           // a worker's later answers to a HIT, left out
  std::int64_t without_pairs = 0;  // fewer than two items in groups: they say nothing; with none, not taken
  std::map<std::string, std::int64_t> by_status;  // left out by status: REJECTED, SKIPPED, EXPIRED, …
  std::set<std::string> ignored_columns;          // columns of tables that are not read
  std::vector<FileMark> files;                    // in the order read, with what was in them then
  std::string first_duplicate;  // "answers.tsv:17: worker 'w3' on HIT 'h9'", where there was one
};

// What was read and left out, a line each, ready to print: "574 assignments read, 5,740 rows\n…". Counts of
// nothing are not said, but for the first line.
std::string DescribeIntake(const Intake& intake);

// Throws InputError that names the files and says what was left out and why, when no assignment was taken.
void RequireAnswers(const Intake& intake, std::span<const std::filesystem::path> paths);

}  // namespace crowdclust
