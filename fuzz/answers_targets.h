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
#include "answers/card_sort.h"
#include "answers/crowd_kit.h"
#include "answers/json_lines.h"
#include "answers/known_labels.h"
#include "answers/label_studio.h"
#include "answers/long_table.h"
#include "answers/mturk_results.h"
#include "answers/pair_table.h"
#include "answers/toloka_table.h"
#include "answers/triple_table.h"
#include "answers/wide_table.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "base/gzip.h"
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
  const GroupWords& words = answers.group_words;
  Promise(words.empty() || words.first_group.size() == answers.first_row.size(), "words are of assignments");
  std::vector<bool> answered(static_cast<std::size_t>(answers.num_items()), false);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto at = static_cast<std::size_t>(p);
    Promise(answers.RowsOf(p) > 0, "an assignment has a row");
    Promise(answers.worker_of_assignment[at] < answers.num_workers(), "workers are known");
    Promise(answers.hit_of_assignment[at] >= -1 && answers.hit_of_assignment[at] < answers.hits.size(),
            "HITs are known");
    Promise(!(answers.seconds[at] < 0), "seconds are not negative");
    for (const int group : answers.GroupsOf(p))
      Promise(words.Of(p, group) < words.words.size(), "words are known");
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

// Where rows of assignments stand together, the table is read alike in both ways.
inline void RowsTogether(std::string_view bytes) {
  Answers together, anywhere;
  try {
    const std::string_view text = CheckText(bytes, "input");
    AnswersBuilder first, second;
    ReadLongTable({.text = text, .place = "input", .rows = RowsStand::kTogether}, first.Sink());
    ReadLongTable({.text = text, .place = "input"}, second.Sink());
    together = first.Finish();
    anywhere = second.Finish();
  } catch (const InputError&) {
    return;
  }
  Promise(together.items.names() == anywhere.items.names() &&
              together.hits.names() == anywhere.hits.names() &&
              together.workers.names() == anywhere.workers.names(),
          "names are alike");
  Promise(together.first_row == anywhere.first_row && together.item_of_row == anywhere.item_of_row &&
              together.group_of_row == anywhere.group_of_row &&
              together.worker_of_assignment == anywhere.worker_of_assignment &&
              together.hit_of_assignment == anywhere.hit_of_assignment,
          "assignments are alike");
}

inline void LongTable(std::string_view bytes) {
  ReadAnswersOf(bytes, ReadLongTable);
  RowsTogether(bytes);
}

inline void CardSort(std::string_view bytes) { ReadAnswersOf(bytes, ReadCardSort); }
inline void CrowdKit(std::string_view bytes) { ReadAnswersOf(bytes, ReadCrowdKit); }
inline void PairTable(std::string_view bytes) { ReadAnswersOf(bytes, ReadPairTable); }
inline void TripleTable(std::string_view bytes) { ReadAnswersOf(bytes, ReadTripleTable); }
inline void WideTable(std::string_view bytes) {
  ReadAnswersOf(bytes, ReadWideTable);
  ReadAnswersOf(bytes, ReadWideWorkersTable);
}
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

// What can be unpacked is the same with a second member behind it, and is refused when its end is missing.
inline void GzipFile(std::string_view bytes) {
  constexpr std::string_view kEmptyMember("\x1f\x8b\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0", 20);
  if (!IsGzip(bytes)) return;
  std::string text;
  try {
    text = Gunzip(bytes, "input");
  } catch (const InputError&) {
    return;
  }
  const std::string front(bytes.substr(0, bytes.find_last_not_of('\0') + 1));
  try {
    Gunzip(front.substr(0, front.size() - 1), "input");
    Promise(false, "what is cut off is refused");
  } catch (const InputError&) {
  }
  try {
    Promise(Gunzip(std::string(kEmptyMember) + std::string(bytes), "input") == text, "members are joined");
  } catch (const InputError&) {
    Promise(false, "members may follow each other");
  }
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
    const TableLayout layout = GuessLayout(text);
    const auto read_all = [](std::string_view from, const TableLayout& as) {
      DelimitedReader reader(from, "input", as);
      std::vector<std::vector<std::string>> rows;
      for (TextRow row; reader.Next(&row);) rows.push_back(row.cells);
      return rows;
    };
    const auto rows = read_all(text, layout);
    std::string written;
    for (const auto& row : rows) AppendRow(row, layout.separator, &written);
    Promise(read_all(written, {.separator = layout.separator}) == rows, "written rows are read back");
    TableReader table(text, "input");
    for (RowView row; table.Next(&row);)
      Promise(row.cells.size() == table.columns().size(), "rows fit the header");
  } catch (const InputError&) {
  }
}

}  // namespace crowdclust::fuzz
