#include "intruders/read_intruder_answers.h"

#include <utility>
#include <vector>

#include "base/error.h"
#include "base/input_file.h"

namespace crowdclust {

void ReadIntruderAnswersText(std::string_view text, const std::string& place, AnswersFormat format,
                             IntruderAnswersBuilder* builder) {
  if (format == AnswersFormat::kAuto) format = RecogniseFormat(text, place);
  switch (format) {
    case AnswersFormat::kToloka:
      return ReadTolokaIntruders(text, place, builder);
    case AnswersFormat::kJsonLines:
      return ReadIntruderJsonLines(text, place, builder);
    case AnswersFormat::kTable:
    case AnswersFormat::kAuto:
      return ReadIntruderTable(text, place, builder);
  }
}

IntruderAnswersAndIntake ReadIntruderAnswers(std::span<const std::filesystem::path> paths,
                                             const IntruderPlan& plan, AnswersFormat format) {
  if (paths.empty()) throw InputError("no file of answers; name at least one");
  IntruderAnswersBuilder builder(plan);
  std::vector<FileMark> files;
  for (const std::filesystem::path& path : paths) {
    const std::string bytes = ReadFile(path);
    files.push_back(MarkOf(path, bytes));
    ReadIntruderAnswersText(CheckText(bytes, path.string()), path.string(), format, &builder);
  }
  RequireAnswers(builder.intake(), paths);
  IntruderAnswersAndIntake read{.answers = builder.answers(), .intake = builder.intake()};
  read.intake.files = std::move(files);
  return read;
}

}  // namespace crowdclust
