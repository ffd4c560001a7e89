// What is fuzzed: each function takes any bytes to a reader. An InputError is a fine outcome; a broken
// promise aborts. The tests replay the corpus through the same functions.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "answers/answers_builder.h"
#include "answers/answers_format.h"
#include "answers/json_lines.h"
#include "answers/known_labels.h"
#include "answers/label_studio.h"
#include "answers/long_table.h"
#include "answers/mturk_results.h"
#include "answers/toloka_table.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "base/input_file.h"

namespace crowdclust::fuzz {

inline void Promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

// The promises of answers/answers.h and answers/intake.h.
inline void CheckAnswers(const Answers& answers, const Intake& intake) {
  Promise(intake.assignments == answers.num_assignments(), "the intake counts the assignments");
  Promise(intake.rows == answers.num_rows(), "the intake counts the rows");
  Promise(answers.group_of_row.size() == answers.item_of_row.size(), "every row has a group");
  Promise(answers.first_row.front() == 0 && answers.first_row.back() == answers.num_rows(),
          "rows are all owned");
  std::vector<bool> answered(static_cast<std::size_t>(answers.num_items()), false);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto at = static_cast<std::size_t>(p);
    Promise(answers.RowsOf(p) > 0, "an assignment has a row");
    Promise(answers.worker_of_assignment[at] < answers.num_workers(), "workers are known");
    Promise(answers.hit_of_assignment[at] >= -1 && answers.hit_of_assignment[at] < answers.hits.size(),
            "HITs are known");
    Promise(!(answers.seconds[at] < 0), "seconds are not negative");
    std::set<int> items;
    int groups = 0;
    for (std::size_t i = 0; i < answers.ItemsOf(p).size(); ++i) {
      const int item = answers.ItemsOf(p)[i];
      Promise(item >= 0 && item < answers.num_items() && items.insert(item).second, "an item stands once");
      answered[static_cast<std::size_t>(item)] = true;
      const int group = answers.GroupsOf(p)[i];
      Promise(group >= 0 && group <= groups, "groups are numbered by first appearance");
      groups = std::max(groups, group + 1);
    }
  }
  Promise(std::ranges::find(answered, false) == answered.end(), "every item has a row");
}

template <typename Reader>
void ReadAnswersOf(std::string_view bytes, const Reader& read) {
  try {
    AnswersBuilder builder;
    std::size_t passed = 0;
    const TextPassed forward = [&passed, &bytes](std::size_t offset) {
      Promise(offset >= passed && offset <= bytes.size(), "a text is read from front to back");
      passed = offset;
    };
    read({CheckText(bytes, "input"), "input", forward}, builder.Sink());
    const Intake intake = builder.intake();
    CheckAnswers(builder.Finish(), intake);
  } catch (const InputError&) {
  }
}

inline void LongTable(std::string_view bytes) { ReadAnswersOf(bytes, ReadLongTable); }
inline void TolokaTable(std::string_view bytes) { ReadAnswersOf(bytes, ReadTolokaTable); }
inline void JsonLines(std::string_view bytes) { ReadAnswersOf(bytes, ReadJsonLines); }
inline void MturkResults(std::string_view bytes) { ReadAnswersOf(bytes, ReadMturkResults); }

// What is recognised is an array.
inline void LabelStudio(std::string_view bytes) {
  ReadAnswersOf(bytes, ReadLabelStudio);
  ReadAnswersOf(bytes, [](const AnswersText& text, const AssignmentSink&) {
    const bool array = text.text.substr(text.text.find_first_not_of(" \t\r\n")).starts_with('[');
    Promise(array || RecogniseFormat(text.text, text.place) != AnswersFormat::kLabelStudio,
            "what is Label Studio's is an array");
  });
}

inline void KnownLabelTable(std::string_view bytes) {
  try {
    const KnownLabels known = ParseKnownLabels(CheckText(bytes, "input"), "input");
    Promise(!known.columns.empty() && known.items.size() > 0, "there are labels");
    for (const LabelColumn& column : known.columns) {
      Promise(column.label_of_item.size() == static_cast<std::size_t>(known.items.size()),
              "every item has a label");
      for (const int label : column.label_of_item) Promise(label < column.labels.size(), "labels are known");
    }
  } catch (const InputError&) {
  }
}

// What is read, written and read again is the same.
inline void DelimitedText(std::string_view bytes) {
  try {
    const std::string_view text = CheckText(bytes, "input");
    const char separator = GuessSeparator(text);
    const auto read_all = [separator](std::string_view from) {
      DelimitedReader reader(from, "input", separator);
      std::vector<std::vector<std::string>> rows;
      for (TextRow row; reader.Next(&row);) rows.push_back(row.cells);
      return rows;
    };
    const auto rows = read_all(text);
    std::string written;
    for (const auto& row : rows) AppendRow(row, separator, &written);
    Promise(read_all(written) == rows, "written rows are read back");
    TableReader table(text, "input");
    for (RowView row; table.Next(&row);)
      Promise(row.cells.size() == table.columns().size(), "rows fit the header");
  } catch (const InputError&) {
  }
}

}  // namespace crowdclust::fuzz
