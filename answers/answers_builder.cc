#include "answers/answers_builder.h"

#include <utility>

namespace crowdclust {
namespace {

void Shrink(Answers* answers) {
  for (NameIndex* names : {&answers->items, &answers->workers, &answers->hits}) names->Shrink();
  for (std::vector<int>* ints : {&answers->worker_of_assignment, &answers->hit_of_assignment,
                                 &answers->item_of_row, &answers->group_of_row}) {
    ints->shrink_to_fit();
  }
  answers->seconds.shrink_to_fit();
  answers->first_row.shrink_to_fit();
}

}  // namespace

int AnswersBuilder::GroupNumber(std::string_view group, int* groups_used) {
  const auto at = static_cast<std::size_t>(group_names_.Add(group));
  if (at == group_serial_.size()) {
    group_serial_.push_back(0);
    group_number_.push_back(0);
  }
  if (group_serial_[at] != serial_) {
    group_serial_[at] = serial_;
    group_number_[at] = (*groups_used)++;
  }
  return group_number_[at];
}

void AnswersBuilder::Add(const std::string& place, const RawAssignment& raw) {
  if (!rules_.Takes(place, raw)) return;
  ++serial_;
  int groups_used = 0;
  for (std::size_t i = 0; i < raw.items.size(); ++i) {
    if (!raw.groups[i] || raw.groups[i]->empty()) continue;
    const auto name = static_cast<std::size_t>(rules_.shown()[i]);
    if (name >= item_index_.size()) item_index_.resize(name + 1, -1);
    if (item_index_[name] < 0) item_index_[name] = answers_.items.Add(raw.items[i]);
    answers_.item_of_row.push_back(item_index_[name]);
    answers_.group_of_row.push_back(GroupNumber(*raw.groups[i], &groups_used));
  }
  const std::int64_t rows = answers_.num_rows() - answers_.first_row.back();
  rules_.CountTaken(raw, rows);
  if (rows == 0) return;
  answers_.first_row.push_back(answers_.num_rows());
  answers_.worker_of_assignment.push_back(answers_.workers.Add(raw.worker));
  answers_.hit_of_assignment.push_back(raw.hit.empty() ? -1 : answers_.hits.Add(raw.hit));
  answers_.seconds.push_back(raw.seconds);
}

AssignmentSink AnswersBuilder::Sink() {
  return {.add = [this](const std::string& place, const RawAssignment& raw) { Add(place, raw); },
          .ignore_column = [this](std::string_view column) { rules_.IgnoreColumn(column); }};
}

Answers AnswersBuilder::Finish() {
  Answers finished = std::move(answers_);
  *this = AnswersBuilder(include_golden_);
  Shrink(&finished);
  return finished;
}

}  // namespace crowdclust
