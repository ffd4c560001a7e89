#include "answers/read_answers.h"

#include <set>
#include <system_error>
#include <utility>

#include "answers/json_lines.h"
#include "answers/long_table.h"
#include "answers/toloka_table.h"
#include "base/error.h"
#include "base/file_bytes.h"
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

}  // namespace

void ReadAnswersText(std::string_view text, const std::string& place, AnswersFormat format,
                     AnswersBuilder* builder, const TextPassed& passed) {
  if (format == AnswersFormat::kAuto) format = RecogniseFormat(text, place);
  switch (format) {
    case AnswersFormat::kToloka:
      return ReadTolokaTable(text, place, builder, passed);
    case AnswersFormat::kJsonLines:
      return ReadJsonLines(text, place, builder, passed);
    case AnswersFormat::kTable:
    case AnswersFormat::kAuto:
      return ReadLongTable(text, place, builder, passed);
  }
}

AnswersAndIntake ReadAnswers(std::span<const std::filesystem::path> paths,
                             const ReadAnswersOptions& options) {
  if (paths.empty()) throw InputError("no file of answers; name at least one");
  CheckNamedOnce(paths);
  AnswersBuilder builder(options.include_golden);
  std::vector<FileMark> files;
  for (const std::filesystem::path& path : paths) {
    FileBytes bytes(path);
    const TextPassed passed = [&bytes](std::size_t offset) { bytes.Passed(offset); };
    files.push_back(MarkOf(path, bytes.view(), passed));
    const std::string_view text = CheckText(bytes.view(), path.string(), passed);
    ReadAnswersText(text, path.string(), options.format, &builder, passed);
  }
  AnswersAndIntake read;
  read.intake = builder.intake();
  read.intake.files = std::move(files);
  read.answers = builder.Finish();
  RequireAnswers(read.intake, paths);
  return read;
}

}  // namespace crowdclust
