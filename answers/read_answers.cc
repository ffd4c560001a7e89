#include "answers/read_answers.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "answers/answers_builder.h"
#include "answers/json_lines.h"
#include "answers/label_studio.h"
#include "answers/long_table.h"
#include "answers/mturk_results.h"
#include "answers/toloka_table.h"
#include "base/error.h"
#include "base/file_bytes.h"
#include "base/input_file.h"

namespace crowdclust {
namespace {

struct FormatReader {
  AnswersFormat format;
  void (*read)(const AnswersText& text, const AssignmentSink& sink);
};

constexpr auto kReaders = std::to_array<FormatReader>({
    {AnswersFormat::kToloka, ReadTolokaTable},
    {AnswersFormat::kTable, ReadLongTable},
    {AnswersFormat::kJsonLines, ReadJsonLines},
    {AnswersFormat::kMturk, ReadMturkResults},
    {AnswersFormat::kLabelStudio, ReadLabelStudio},
});

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

void ReadAnswersText(const AnswersText& text, AnswersFormat format, const AssignmentSink& sink) {
  if (format == AnswersFormat::kAuto) format = RecogniseFormat(text.text, text.place);
  const auto* reader = std::ranges::find(kReaders, format, &FormatReader::format);
  assert(reader != kReaders.end());
  reader->read(text, sink);
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
    ReadAnswersText({CheckText(bytes.view(), path.string(), passed), path.string(), passed}, options.format,
                    builder.Sink());
  }
  AnswersAndIntake read;
  read.intake = builder.intake();
  read.intake.files = std::move(files);
  read.answers = builder.Finish();
  RequireAnswers(read.intake, paths);
  return read;
}

}  // namespace crowdclust
