#include "tools/answers_flags.h"

#include "tools/progress.h"
#include "tools/seed_flag.h"

namespace crowdclust::tools {

void AddAnswersFlags(CLI::App* command, const std::string& seed_help, AnswersFlags* flags,
                     PipelineOptions* options) {
  command->add_option("ANSWERS", flags->files, "files of answers, each in a form of --format")->required();
  command->add_option("--format", flags->format, "form of ANSWERS; auto goes by the content")
      ->check(CLI::IsMember(AnswersFormatNames()))
      ->capture_default_str();
  command->add_flag("--include-golden", flags->include_golden,
                    "take answers to golden, exam and training HITs too");
  AddSeedFlag(command, &options->crowd.crowd.seed, seed_help);
  options->crowd.crowd.num_threads = 0;
  command
      ->add_option("--threads", options->crowd.crowd.num_threads, "0 is all cores; never changes the result")
      ->check(CLI::Range(0, 4096))
      ->capture_default_str();
  command->add_option("--progress", flags->progress, "on stderr, for runs over two seconds")
      ->check(CLI::IsMember(ProgressNames()))
      ->capture_default_str();
}

AnswersAndIntake ReadAnswers(const AnswersFlags& flags) {
  return crowdclust::ReadAnswers(
      flags.files, {.format = ParseAnswersFormat(flags.format), .include_golden = flags.include_golden});
}

}  // namespace crowdclust::tools
