#include "intruders/read_intruder_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/file_text.h"
#include "base/input_file.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

struct FormatReader {
  AnswersFormat format;
  void (*read)(std::string_view text, const std::string& place, IntruderAnswersBuilder* builder);
};

constexpr auto kReaders = std::to_array<FormatReader>({
    {AnswersFormat::kToloka, ReadTolokaIntruders},
    {AnswersFormat::kTable, ReadIntruderTable},
    {AnswersFormat::kJsonLines, ReadIntruderJsonLines},
});

}  // namespace

std::vector<std::string> IntruderFormatNames() {
  std::vector<std::string> names = {AnswersFormatName(AnswersFormat::kAuto)};
  for (const FormatReader& reader : kReaders) names.push_back(AnswersFormatName(reader.format));
  return names;
}

void ReadIntruderAnswersText(std::string_view text, const std::string& place, AnswersFormat format,
                             IntruderAnswersBuilder* builder) {
  if (format == AnswersFormat::kAuto) format = RecogniseFormat(text, place);
  const auto* reader = std::ranges::find(kReaders, format, &FormatReader::format);
  if (reader == kReaders.end()) {
    std::vector<std::string> names = IntruderFormatNames();
    names.erase(names.begin());  // auto
    throw InputError(
        fmt::format("{}: the format is {}; answers to intruder HITs are read from these only: {}", place,
                    AnswersFormatName(format), JoinNames(names)));
  }
  reader->read(text, place, builder);
}

IntruderAnswersAndIntake ReadIntruderAnswers(std::span<const std::filesystem::path> paths,
                                             const IntruderPlan& plan, AnswersFormat format) {
  if (paths.empty()) throw InputError("no file of answers; name at least one");
  IntruderAnswersBuilder builder(plan);
  std::vector<FileMark> files;
  for (const std::filesystem::path& path : paths) {
    FileText file(path);
    files.push_back(file.Mark());
    ReadIntruderAnswersText(CheckText(file.view(), path.string()), path.string(), format, &builder);
  }
  RequireAnswers(builder.intake(), paths);
  IntruderAnswersAndIntake read{.answers = builder.answers(), .intake = builder.intake()};
  read.intake.files = std::move(files);
  return read;
}

}  // namespace crowdclust
