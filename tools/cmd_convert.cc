// crowdclust convert: answers from any format into another.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "answers/convert_answers.h"
#include "base/grouped_digits.h"
#include "base/output_file.h"
#include "tools/answers_flags.h"
#include "tools/check_outputs.h"
#include "tools/commands.h"
#include "tools/interrupt.h"
#include "tools/json_config.h"
#include "tools/out_flag.h"
#include "tools/progress.h"

namespace crowdclust::tools {
namespace {

struct ConvertFlags {
  AnswersFlags answers;
  std::string to;
  std::filesystem::path out;
  bool scattered = false;
};

// 0, the usual one of the format, where the name does not say.
char SeparatorOf(const std::filesystem::path& out) {
  if (out.extension() == ".tsv") return '\t';
  return out.extension() == ".csv" ? ',' : '\0';
}

Conversion Convert(const ConvertFlags& flags, OutputFile* out) {
  const InterruptWatch watch;
  Progress progress(ParseProgress(flags.answers.progress));
  const auto go_on = [] {
    if (InterruptWatch::Interrupted()) throw std::runtime_error("interrupted; nothing is written");
  };
  const auto show = [&](double share) {
    go_on();
    const std::string left = progress.TimeLeft(share);
    progress.Show("convert" + (left.empty() ? "" : "; " + left),
                  fmt::format(R"({{"stage":"convert","share":{:.4f}}})", share));
  };
  const ConvertOptions options = {
      .read = {.format = ParseAnswersFormat(flags.answers.format),
               .include_golden = flags.answers.include_golden,
               .columns = MapOf(flags.answers),
               .rows = flags.scattered ? RowsStand::kAnywhere : RowsStand::kTogether,
               .progress = show},
      .to = flags.to,
      .separator = SeparatorOf(flags.out)};
  return ConvertAnswers(flags.answers.files, options, [&](std::string_view piece) {
    go_on();
    out->Append(piece);
  });
}

void RunConvert(const ConvertFlags& flags) {
  CheckOutputs(flags.answers.files, {flags.out});
  OutputFile out(flags.out);
  const Conversion done = Convert(flags, &out);
  out.Finish();
  fmt::print("{}written: {}, {} assignment{} as {}\n{}", DescribeIntake(done.intake), flags.out.string(),
             GroupDigits(done.written), done.written == 1 ? "" : "s", flags.to,
             DescribeWriteCounts(done.counts));
}

}  // namespace

void AddConvertCommand(CLI::App& app) {
  auto flags = std::make_shared<ConvertFlags>();
  CLI::App* command = app.add_subcommand("convert", "Write people's answers in another format");
  AddReadFlags(command, &flags->answers);
  command->add_option("--to", flags->to, "the format to write; docs/formats.md says what each holds")
      ->required()
      ->check(CLI::IsMember(WriteFormatNames()));
  AddOutFlag(command, &flags->out,
             "file to write; tables are separated by commas for .csv and by tabs for .tsv");
  command->add_flag("--scattered", flags->scattered,
                    "rows of an assignment may stand anywhere in a table, which is then held in memory");
  AddProgressFlag(command, &flags->answers);
  command->footer("Example: crowdclust convert answers.tsv --to label-studio --out answers.json");
  AddConfigFlag(command);
  command->final_callback([flags] { RunConvert(*flags); });
}

}  // namespace crowdclust::tools
