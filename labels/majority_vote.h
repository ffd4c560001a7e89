// The label that most workers gave.
#pragma once

#include <vector>

#include "labels/label_table.h"

namespace crowdclust {

// Votes on Q questions with K labels. A question without rows has shares 0 and label -1 and is not tied.
struct MajorityVote {
  std::vector<double> share;           // Q x K, row-major: the share of the question's rows with this label
  std::vector<int> label_of_question;  // Q: the most voted label, the lowest one at a tie
  std::vector<bool> is_tied;           // Q: whether another label has as many votes
};

// Every row is one vote. O(R + Q K).
MajorityVote CountVotes(const LabelTable& table);

}  // namespace crowdclust
