// Tables that say themselves whether an answer was right.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/intake.h"
#include "intruders/judged_answers.h"

namespace crowdclust {

// Which columns are read. An answer is of one study, told by the cells of `by`; HITs and workers of two
// studies are never the same ones.
struct JudgedColumns {
  std::string hit = "hit";
  std::string worker = "worker";
  std::string right = "right";  // 1, true or yes; 0, false or no
  std::string cluster{};        // the HIT's main cluster; empty: every HIT is a cluster of its own
  std::vector<std::string> by{};
};

// From texts such as "hit=topic"; keys hit, worker, right, cluster. Throws InputError for a text that is no
// such pair, an unknown key (the nearest named) and a key twice.
JudgedColumns ParseJudgedColumns(std::span<const std::string> entries, std::span<const std::string> by);

struct JudgedStudy {
  std::vector<std::string> labels;  // of JudgedColumns::by
  JudgedAnswers answers;
};

struct JudgedTable {
  std::vector<JudgedStudy> studies;  // in order of first appearance
  Intake intake;
};

// Reads CSV or TSV tables in turn. Of a worker's answers to a HIT the first counts, the others are counted.
// `choices`, 2 or more, is how many answers each HIT had. Throws InputError with place and line: a column
// that is missing, an empty hit, worker, cluster or label, a `right` that is neither yes nor no, a HIT in two
// clusters; and where no answer is left.
JudgedTable ReadJudgedTable(std::span<const std::filesystem::path> paths, const JudgedColumns& columns,
                            int choices);

// The same of one text that has passed CheckText; without files in its intake, and answers may be none.
JudgedTable ParseJudgedTable(std::string_view text, const std::string& place, const JudgedColumns& columns,
                             int choices);

}  // namespace crowdclust
