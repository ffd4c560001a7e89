#include "labels/label_table.h"

#include <algorithm>
#include <span>

namespace crowdclust {
namespace {

bool AllBelow(std::span<const int> indices, int count) {
  return std::ranges::all_of(indices, [count](int index) { return index >= 0 && index < count; });
}

}  // namespace

void AddLabel(int question, int worker, int label, LabelTable* table) {
  table->question_of_row.push_back(question);
  table->worker_of_row.push_back(worker);
  table->label_of_row.push_back(label);
  table->num_questions = std::max(table->num_questions, question + 1);
  table->num_workers = std::max(table->num_workers, worker + 1);
  table->num_labels = std::max(table->num_labels, label + 1);
}

bool IsConsistent(const LabelTable& table) {
  const std::size_t rows = table.label_of_row.size();
  return table.question_of_row.size() == rows && table.worker_of_row.size() == rows &&
         AllBelow(table.question_of_row, table.num_questions) &&
         AllBelow(table.worker_of_row, table.num_workers) && AllBelow(table.label_of_row, table.num_labels);
}

}  // namespace crowdclust
