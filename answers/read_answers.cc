#include "answers/read_answers.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <functional>
#include <numeric>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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

// 0 where the system knows none, as of a pipe.
std::vector<std::uintmax_t> SizesOf(std::span<const std::filesystem::path> paths) {
  std::vector<std::uintmax_t> sizes;
  for (const std::filesystem::path& path : paths) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    sizes.push_back(error ? 0 : size);
  }
  return sizes;
}

// Tells the share of bytes that are read, a megabyte at a time.
class ProgressTeller {
 public:
  // `progress` must outlive this.
  ProgressTeller(std::uintmax_t all, const std::function<void(double share)>& progress)
      : all_(all), progress_(progress) {}

  void Passed(std::uintmax_t bytes) {
    constexpr std::uintmax_t kStep = 1 << 20;
    if (!progress_ || bytes < next_) return;
    next_ = bytes + kStep;
    progress_(all_ == 0 ? 0 : std::min(1.0, static_cast<double>(bytes) / static_cast<double>(all_)));
  }

 private:
  std::uintmax_t all_;
  const std::function<void(double share)>& progress_;
  std::uintmax_t next_ = 0;
};

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

void ReadAnswerFiles(std::span<const std::filesystem::path> paths, const ReadAnswersOptions& options,
                     const AssignmentSink& sink, std::vector<FileMark>* marks) {
  if (paths.empty()) throw InputError("no file of answers; name at least one");
  CheckNamedOnce(paths);
  const std::vector<std::uintmax_t> sizes = SizesOf(paths);
  ProgressTeller told(std::reduce(sizes.begin(), sizes.end()), options.progress);
  std::uintmax_t before = 0;
  for (std::size_t f = 0; f < paths.size(); ++f) {
    const std::string place = paths[f].string();
    FileText file(paths[f]);
    if (marks != nullptr) marks->push_back(file.Mark());
    const TextPassed passed = file.passed();
    const TextPassed read = [&](std::size_t offset) {
      if (passed) passed(offset);
      told.Passed(before + std::min<std::uintmax_t>(offset, sizes[f]));
    };
    ReadAnswersText({.text = CheckText(file.view(), place, passed),
                     .place = place,
                     .passed = read,
                     .columns = options.columns,
                     .rows = options.rows},
                    options.format, sink);
    before += sizes[f];
  }
}

AnswersAndIntake ReadAnswers(std::span<const std::filesystem::path> paths,
                             const ReadAnswersOptions& options) {
  AnswersBuilder builder(options.include_golden);
  std::vector<FileMark> files;
  ReadAnswerFiles(paths, options, builder.Sink(), &files);
  AnswersAndIntake read;
  read.intake = builder.intake();
  read.intake.files = std::move(files);
  read.answers = builder.Finish();
  RequireAnswers(read.intake, paths);
  return read;
}

}  // namespace crowdclust
