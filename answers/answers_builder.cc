#include "answers/answers_builder.h"

#include <algorithm>
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
  answers->group_words.words.Shrink();
  answers->group_words.first_group.shrink_to_fit();
  answers->group_words.word_of_group.shrink_to_fit();
}

// How many groups each assignment has.
std::vector<int> CountGroups(const Answers& answers) {
  std::vector<int> groups;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p)
    groups.push_back(1 + std::ranges::max(answers.GroupsOf(p)));
  return groups;
}

}  // namespace

int AnswersBuilder::GroupNumber(std::string_view group, std::string_view called) {
  const auto at = static_cast<std::size_t>(group_names_.Add(group));
  if (at == group_serial_.size()) {
    group_serial_.push_back(0);
    group_number_.push_back(0);
  }
  if (group_serial_[at] != serial_) {
    group_serial_[at] = serial_;
    group_number_[at] = static_cast<int>(called_.size());
    called_.push_back(called);
  }
  return group_number_[at];
}

void AnswersBuilder::KeepWords() {
  GroupWords& words = answers_.group_words;
  if (words.empty()) {
    if (!HasWord(called_)) return;
    StartWithoutWords(CountGroups(answers_), &words);
  }
  AddGroupNames(called_, &words);
}

void AnswersBuilder::Add(const std::string& place, const RawAssignment& raw) {
  if (!rules_.Takes(place, raw)) return;
  ++serial_;
  called_.clear();
  for (std::size_t i = 0; i < raw.items.size(); ++i) {
    if (!raw.groups[i] || raw.groups[i]->empty()) continue;
    const auto name = static_cast<std::size_t>(rules_.shown()[i]);
    if (name >= item_index_.size()) item_index_.resize(name + 1, -1);
    if (item_index_[name] < 0) item_index_[name] = answers_.items.Add(raw.items[i]);
    answers_.item_of_row.push_back(item_index_[name]);
    answers_.group_of_row.push_back(
        GroupNumber(*raw.groups[i], raw.words.empty() ? *raw.groups[i] : raw.words[i]));
  }
  const std::int64_t rows = answers_.num_rows() - answers_.first_row.back();
  rules_.CountTaken(raw, rows);
  if (rows == 0) return;
  KeepWords();
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
