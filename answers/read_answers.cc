#include "answers/read_answers.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "answers/answers_builder.h"
#include "answers/card_sort.h"
#include "answers/column_map.h"
#include "answers/crowd_kit.h"
#include "answers/json_lines.h"
#include "answers/label_studio.h"
#include "answers/long_table.h"
#include "answers/mturk_results.h"
#include "answers/pair_table.h"
#include "answers/toloka_table.h"
#include "answers/triple_table.h"
#include "answers/wide_table.h"
#include "base/error.h"
#include "base/file_text.h"
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
    {AnswersFormat::kCardSort, ReadCardSort},
    {AnswersFormat::kWide, ReadWideTable},
    {AnswersFormat::kWideWorkers, ReadWideWorkersTable},
    {AnswersFormat::kPairs, ReadPairTable},
    {AnswersFormat::kTriples, ReadTripleTable},
    {AnswersFormat::kCrowdKit, ReadCrowdKit},
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
  if (format == AnswersFormat::kAuto) {
    const bool mapped = !MappedColumns(text.columns).empty();
    format = mapped ? AnswersFormat::kTable : RecogniseFormat(text.text, text.place);
  }
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
    FileText file(path);
    files.push_back(file.mark());
    const TextPassed passed = file.passed();
    ReadAnswersText({CheckText(file.view(), path.string(), passed), path.string(), passed, options.columns},
                    options.format, builder.Sink());
  }
  AnswersAndIntake read;
  read.intake = builder.intake();
  read.intake.files = std::move(files);
  read.answers = builder.Finish();
  RequireAnswers(read.intake, paths);
  return read;
}

}  // namespace crowdclust
