// People's answers to intruder HITs from files, in three formats.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/answers_format.h"
#include "answers/intake.h"
#include "intruders/intruder_answers.h"
#include "intruders/intruder_answers_builder.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

// Toloka assignments, TSV or CSV: INPUT:images are the items as shown (they tell the HIT), OUTPUT:answer the
// answer from 1 (a position, or of twins the number of groups), ASSIGNMENT:worker_id the worker;
// ASSIGNMENT:assignment_id, status, started and submitted are read where present, and text in GOLDEN:answer
// marks a golden HIT. Cells of assignments that do not count are not looked at. Other columns are named in
// the intake. The texts of this and the next two have passed CheckText; each throws InputError with file and
// line.
void ReadTolokaIntruders(std::string_view text, const std::string& place, IntruderAnswersBuilder* builder);

// A CSV or TSV table with the columns hit,[assignment,]worker,answer[,seconds][,status] in any order; other
// columns are named in the intake. Empty seconds are not known.
void ReadIntruderTable(std::string_view text, const std::string& place, IntruderAnswersBuilder* builder);

// One object a line: {"assignment": "a1", "hit": "i001", "worker": "w1", "answer": 3, "seconds": 12.5}.
// "assignment" and "seconds" may be missing; "status" and "golden" (true or false) may be there. Ids are
// strings. "hit" and "answer" may be missing where the status does not count. Empty lines are passed over.
void ReadIntruderJsonLines(std::string_view text, const std::string& place, IntruderAnswersBuilder* builder);

// The formats that have a reader here: "auto", "toloka", "table", "jsonl".
std::vector<std::string> IntruderFormatNames();

// Adds the answers of one text, which has passed CheckText; kAuto goes by its content (see RecogniseFormat).
// Throws InputError for a format without a reader here.
void ReadIntruderAnswersText(std::string_view text, const std::string& place, AnswersFormat format,
                             IntruderAnswersBuilder* builder);

struct IntruderAnswersAndIntake {
  IntruderAnswers answers;
  Intake intake;
};

// Reads the files in turn by the rules of IntruderAnswersBuilder; a worker is the same one in all of them.
// Throws InputError with file and line: a file that cannot be read, is empty or is not UTF-8; what the
// reader of its format refuses; and when no answer is left.
IntruderAnswersAndIntake ReadIntruderAnswers(std::span<const std::filesystem::path> paths,
                                             const IntruderPlan& plan,
                                             AnswersFormat format = AnswersFormat::kAuto);

}  // namespace crowdclust
