#include "intruders/read_intruder_answers.h"

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
  for (const std::filesystem::path& path : paths) {
    const std::string bytes = ReadFile(path);
    ReadIntruderAnswersText(CheckText(bytes, path.string()), path.string(), format, &builder);
  }
  if (builder.intake().assignments == 0) {
    std::string said = DescribeIntake(builder.intake());
    while (!said.empty() && said.back() == '\n') said.pop_back();
    for (std::size_t at = 0; (at = said.find('\n', at)) != std::string::npos;) said.replace(at, 1, "; ");
    throw InputError(paths[0].string() + (paths.size() > 1 ? " and the other files" : "") +
                     ": no answer is left: " + said);
  }
  return {.answers = builder.answers(), .intake = builder.intake()};
}

}  // namespace crowdclust
