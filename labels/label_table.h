// Categorical answers: each row is one label that one worker gave to one question.
#pragma once

#include <cstdint>
#include <vector>

namespace crowdclust {

// R rows over Q questions, J workers and K labels, in any order. Questions, workers or labels without a row
// are allowed; a worker who answers a question twice has two rows and both count.
struct LabelTable {
  std::vector<int> question_of_row;  // R, each in 0..Q-1
  std::vector<int> worker_of_row;    // R, each in 0..J-1
  std::vector<int> label_of_row;     // R, each in 0..K-1
  int num_questions = 0;             // Q
  int num_workers = 0;               // J
  int num_labels = 0;                // K

  std::int64_t num_rows() const { return static_cast<std::int64_t>(label_of_row.size()); }
};

// Appends one row; the numbers of questions, workers and labels grow to hold it.
void AddLabel(int question, int worker, int label, LabelTable* table);

// Whether the arrays are of equal length and every index is in range. For asserts. O(R).
bool IsConsistent(const LabelTable& table);

}  // namespace crowdclust
