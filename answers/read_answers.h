// People's groupings from files.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "answers/answers.h"
#include "answers/answers_builder.h"
#include "answers/answers_format.h"
#include "answers/intake.h"
#include "base/text_passed.h"

namespace crowdclust {

struct ReadAnswersOptions {
  AnswersFormat format = AnswersFormat::kAuto;  // kAuto: each file by its content
  bool include_golden = false;                  // take answers to golden, exam and training HITs too
};

struct AnswersAndIntake {
  Answers answers;
  Intake intake;
};

// Adds the assignments of one text, which has passed CheckText; `passed`, where there is one, is told how far
// it has been read.
void ReadAnswersText(std::string_view text, const std::string& place, AnswersFormat format,
                     AnswersBuilder* builder, const TextPassed& passed = {});

// Reads the files in turn by the rules of AnswersBuilder; a name is the same thing in all of them. Throws
// InputError with file and line: a file that cannot be read, is empty, is not UTF-8 or is named twice; what
// the reader of its format refuses; and when no assignment is left, with what was left out and why.
AnswersAndIntake ReadAnswers(std::span<const std::filesystem::path> paths,
                             const ReadAnswersOptions& options = {});

}  // namespace crowdclust
