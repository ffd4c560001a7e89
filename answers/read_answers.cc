#include "answers/read_answers.h"

#include <set>
#include <system_error>
#include <utility>

#include "answers/json_lines.h"
#include "answers/long_table.h"
#include "answers/toloka_table.h"
#include "base/error.h"
#include "base/input_file.h"

namespace crowdclust {
namespace {

void CheckNamedOnce(std::span<const std::filesystem::path> paths) {
  std::set<std::filesystem::path> seen;
  for (const std::filesystem::path& path : paths) {
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(path, error);
    if (!error && !seen.insert(whole).second)
      throw InputError(path.string() + ": named twice; read a file once");
  }
}

// "a line\nanother\n" -> "a line; another".
std::string InOneLine(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "; ");
  return text;
}

}  // namespace

void ReadAnswersText(std::string_view text, const std::string& place, AnswersFormat format,
                     AnswersBuilder* builder) {
  if (format == AnswersFormat::kAuto) format = RecogniseFormat(text, place);
  switch (format) {
    case AnswersFormat::kToloka:
      return ReadTolokaTable(text, place, builder);
    case AnswersFormat::kJsonLines:
      return ReadJsonLines(text, place, builder);
    case AnswersFormat::kTable:
    case AnswersFormat::kAuto:
      return ReadLongTable(text, place, builder);
  }
}

AnswersAndIntake ReadAnswers(std::span<const std::filesystem::path> paths,
                             const ReadAnswersOptions& options) {
  if (paths.empty()) throw InputError("no file of answers; name at least one");
  CheckNamedOnce(paths);
  AnswersBuilder builder(options.include_golden);
  for (const std::filesystem::path& path : paths) {
    const std::string bytes = ReadFile(path);
    ReadAnswersText(CheckText(bytes, path.string()), path.string(), options.format, &builder);
  }
  AnswersAndIntake read;
  read.intake = builder.intake();
  read.answers = builder.Finish();
  if (read.intake.assignments == 0) {
    const std::string more = paths.size() > 1 ? " and the other files" : "";
    throw InputError(paths[0].string() + more +
                     ": no answer is left: " + InOneLine(DescribeIntake(read.intake)));
  }
  return read;
}

}  // namespace crowdclust
