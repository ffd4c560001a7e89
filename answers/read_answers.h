// People's groupings from files.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "answers/answers.h"
#include "answers/answers_format.h"
#include "answers/answers_text.h"
#include "answers/assignment_sink.h"
#include "answers/intake.h"

namespace crowdclust {

struct ReadAnswersOptions {
  AnswersFormat format = AnswersFormat::kAuto;  // kAuto: each file by its content
  bool include_golden = false;                  // take answers to golden, exam and training HITs too
  ColumnMap columns = {};                       // of long tables; where it names any, kAuto is the long table
  RowsStand rows = RowsStand::kAnywhere;        // of an assignment in a table
  // Told now and then which share of all files has been read, in order; of pipes nothing is known.
  std::function<void(double share)> progress = {};
};

struct AnswersAndIntake {
  Answers answers;
  Intake intake;
};

// Puts the assignments of one text into the sink, kAuto by its content: the long table where the text's map
// names a column. Throws InputError.
void ReadAnswersText(const AnswersText& text, AnswersFormat format, const AssignmentSink& sink);

// Puts the assignments of the files into the sink, in turn. Throws InputError with file and line: a file that
// cannot be read, is empty, is not UTF-8 or is named twice; what the reader of its format and the sink
// refuse. The marks of the files are added to `marks` where it is given, at the cost of a pass over them.
void ReadAnswerFiles(std::span<const std::filesystem::path> paths, const ReadAnswersOptions& options,
                     const AssignmentSink& sink, std::vector<FileMark>* marks = nullptr);

// Reads the files in turn by AssignmentRules and AnswersBuilder; a name is the same thing in all of them.
// Throws InputError as ReadAnswerFiles does, and when no assignment is left, with what was left out and why.
AnswersAndIntake ReadAnswers(std::span<const std::filesystem::path> paths,
                             const ReadAnswersOptions& options = {});

}  // namespace crowdclust
