#include "answers/convert_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/error.h"

namespace crowdclust {
namespace {

bool HoldsNul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

// Only JSON can say one, as \u0000.
void RefuseNul(const AssignmentToWrite& assignment, std::string_view format) {
  const RawAssignment& raw = assignment.raw;
  if (!HoldsNul(raw.hit) && !HoldsNul(raw.assignment) && !HoldsNul(raw.worker) &&
      std::ranges::none_of(raw.items, HoldsNul) && std::ranges::none_of(assignment.groups.names, HoldsNul)) {
    return;
  }
  throw InputError(assignment.place, raw.line,
                   fmt::format("a name holds the character NUL, which a table cannot; take it out, or write "
                               "jsonl instead of {}",
                               format));
}

}  // namespace

AnswersConverter::AnswersConverter(const ConvertOptions& options,
                                   const std::function<void(std::string_view)>& append)
    : format_(FindWriteFormat(options.to)),
      rules_(options.read.include_golden),
      writer_(format_.make({.append = append,
                            .separator = options.separator != 0 ? options.separator : format_.separator,
                            .golden = options.read.include_golden,
                            .counts = &counts_})) {}

void AnswersConverter::Add(const std::string& place, const RawAssignment& raw) {
  if (!rules_.Takes(place, raw)) return;
  const NamedGroups& groups = groups_.Name(raw);
  rules_.CountTaken(raw, groups.rows);
  if (groups.rows == 0) return;
  const AssignmentToWrite assignment{.place = place,
                                     .raw = raw,
                                     .groups = groups,
                                     .number = ++seen_,
                                     .has_own_id = !raw.assignment.empty() && !rules_.repeats_id()};
  if (!format_.holds_nul) RefuseNul(assignment, format_.name);
  if (writer_.add(assignment)) ++written_;
}

AssignmentSink AnswersConverter::Sink() {
  return {.add = [this](const std::string& place, const RawAssignment& raw) { Add(place, raw); },
          .ignore_column = [this](std::string_view column) { rules_.IgnoreColumn(column); }};
}

Conversion AnswersConverter::Finish() {
  if (writer_.finish) writer_.finish();
  return {.intake = rules_.intake(), .written = written_, .counts = counts_};
}

Conversion ConvertAnswers(std::span<const std::filesystem::path> paths, const ConvertOptions& options,
                          const std::function<void(std::string_view)>& append) {
  constexpr std::size_t kPieceBytes = std::size_t{1} << 16;
  std::string piece;
  AnswersConverter converter(options, [&](std::string_view text) {
    piece += text;
    if (piece.size() < kPieceBytes) return;
    append(piece);
    piece.clear();
  });
  ReadAnswerFiles(paths, options.read, converter.Sink());
  Conversion done = converter.Finish();
  RequireAnswers(done.intake, paths);
  if (done.written == 0) {
    throw InputError(
        fmt::format("{}: none of {} assignments can be written as {}, which holds {}; write another format",
                    paths[0].string(), done.intake.assignments, options.to,
                    options.to == "triples" ? "three items with an odd one" : "two items or more"));
  }
  append(piece);
  return done;
}

}  // namespace crowdclust
