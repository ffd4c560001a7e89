// Answers of any format into another, an assignment at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "answers/answers_writer.h"
#include "answers/assignment_rules.h"
#include "answers/assignment_sink.h"
#include "answers/intake.h"
#include "answers/read_answers.h"
#include "answers/write_formats.h"

namespace crowdclust {

struct ConvertOptions {
  ReadAnswersOptions read = {};
  std::string to;      // one of WriteFormatNames
  char separator = 0;  // of a table; 0 is the usual one of the format
};

struct Conversion {
  Intake intake;
  std::int64_t written = 0;  // assignments
  WriteCounts counts = {};
};

// Takes assignments by AssignmentRules and writes them. Without any group there is nothing to write, as in
// AnswersBuilder. Memory grows with the names and the assignments, not with their rows, except for the format
// wide.
class AnswersConverter {
 public:
  // Appends what stands before the first assignment. `append` is given pieces of the text in turn.
  AnswersConverter(const ConvertOptions& options, const std::function<void(std::string_view)>& append);
  AnswersConverter(const AnswersConverter&) = delete;
  AnswersConverter& operator=(const AnswersConverter&) = delete;

  // What writes by this converter, which must outlive it. Throws InputError by the rules, and for a name that
  // holds NUL where the format is a table.
  AssignmentSink Sink();

  // Appends what stands behind the last assignment.
  Conversion Finish();

 private:
  void Add(const std::string& place, const RawAssignment& raw);

  const WriteFormat& format_;
  AssignmentRules rules_;
  GroupNamer groups_;
  WriteCounts counts_;
  AnswersWriter writer_;
  std::int64_t seen_ = 0;     // assignments that the writer was given
  std::int64_t written_ = 0;  // that it took
};

// Reads the files in turn as ReadAnswers does. Throws InputError as that does, as AnswersConverter does, and
// where the format can hold no assignment at all.
Conversion ConvertAnswers(std::span<const std::filesystem::path> paths, const ConvertOptions& options,
                          const std::function<void(std::string_view)>& append);

}  // namespace crowdclust
