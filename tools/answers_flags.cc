#include "tools/answers_flags.h"

#include <nlohmann/json.hpp>

#include "answers/column_map.h"
#include "base/error.h"
#include "tools/progress.h"
#include "tools/repeated_flag.h"
#include "tools/seed_flag.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {

void AddReadFlags(CLI::App* command, AnswersFlags* flags) {
  command->add_option("ANSWERS", flags->files, "files of answers, each in a form of --format")->required();
  command->add_option("--format", flags->format, "form of ANSWERS; auto goes by the content")
      ->check(CLI::IsMember(AnswersFormatNames()))
      ->capture_default_str();
  OneValueEach(
      command
          ->add_option("--map", flags->map,
                       "another name of a long table's column, --map again for each; KEY is worker, item, "
                       "group, hit, assignment, seconds, status or golden")
          ->type_name("KEY=COLUMN"));
  command->add_flag("--include-golden", flags->include_golden,
                    "take answers to golden, exam and training HITs too");
}

void AddProgressFlag(CLI::App* command, AnswersFlags* flags) {
  command->add_option("--progress", flags->progress, "on stderr, for runs over two seconds")
      ->check(CLI::IsMember(ProgressNames()))
      ->capture_default_str();
}

void AddAnswersFlags(CLI::App* command, const std::string& seed_help, AnswersFlags* flags,
                     PipelineOptions* options) {
  AddReadFlags(command, flags);
  AddSeedFlag(command, &options->crowd.crowd.seed, seed_help);
  options->crowd.crowd.num_threads = 0;
  command
      ->add_option("--threads", options->crowd.crowd.num_threads, "0 is all cores; never changes the result")
      ->check(CLI::Range(0, 4096))
      ->capture_default_str();
  AddProgressFlag(command, flags);
}

ColumnMap MapOf(const AnswersFlags& flags) {
  const AnswersFormat format = ParseAnswersFormat(flags.format);
  if (!flags.map.empty() && format != AnswersFormat::kAuto && format != AnswersFormat::kTable) {
    throw UsageError("--map names columns of the long table, but --format is " + flags.format +
                     "; leave one of them out");
  }
  try {
    return ParseColumnMap(flags.map);
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
}

nlohmann::ordered_json MapJson(const AnswersFlags& flags) {
  nlohmann::ordered_json map = nlohmann::ordered_json::object();
  for (const auto& [key, column] : MappedColumns(MapOf(flags))) map[key] = column;
  return map;
}

AnswersAndIntake ReadAnswers(const AnswersFlags& flags) {
  return crowdclust::ReadAnswers(flags.files, {.format = ParseAnswersFormat(flags.format),
                                               .include_golden = flags.include_golden,
                                               .columns = MapOf(flags)});
}

}  // namespace crowdclust::tools
