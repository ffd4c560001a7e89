// crowdclust aggregate: from people's answers to clusters.
#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "answers/read_answers.h"
#include "base/error.h"
#include "base/output_file.h"
#include "base/parallel.h"
#include "clustering/pipeline.h"
#include "report/aggregate_run.h"
#include "report/aggregate_tables.h"
#include "report/provenance.h"
#include "tools/commands.h"
#include "tools/interrupt.h"
#include "tools/json_config.h"
#include "tools/progress.h"
#include "tools/seed_flag.h"

namespace crowdclust::tools {
namespace {

struct AggregateFlags {
  std::vector<std::filesystem::path> answers;
  std::filesystem::path out;
  std::string format = "auto";
  std::string method = ClusterMethodName(ClusterMethod::kCrowd);
  std::string progress = "auto";
  bool include_golden = false;
  bool quiet = false;
  PipelineOptions pipeline;
  std::vector<std::string> command;
};

PipelineResult Fit(const AggregateFlags& flags, const Answers& answers) {
  const InterruptWatch watch;
  Progress progress(flags.quiet ? ProgressStyle::kNone : ParseProgress(flags.progress));
  const auto show = [&progress](const PipelineProgress& now) {
    progress.Show(fmt::format("restart {} of {}, sweep {}, bound {:.2f}", now.restart + 1, now.restarts,
                              now.sweep, now.bound),
                  fmt::format(R"({{"restart":{},"restarts":{},"sweep":{},"bound":{:.6f}}})", now.restart + 1,
                              now.restarts, now.sweep, now.bound));
    return !InterruptWatch::Interrupted();
  };
  return FindClusters(answers, flags.pipeline, show);
}

std::string RunJson(const AggregateFlags& flags, const AnswersAndIntake& read, const PipelineResult& result) {
  nlohmann::ordered_json run = Provenance(CROWDCLUST_VERSION, flags.command, read.intake.files);
  run["options"] = OptionsJson(flags.pipeline);
  run["options"]["format"] = flags.format;
  run["options"]["include_golden"] = flags.include_golden;
  run["read"] = IntakeJson(read.intake);
  run["result"] = ResultJson(read.answers, result);
  return run.dump(2) + "\n";
}

void RunAggregate(AggregateFlags flags) {
  flags.pipeline.method = ParseClusterMethod(flags.method);
  flags.pipeline.crowd.num_threads = ResolveThreads(flags.pipeline.crowd.num_threads);
  const AnswersAndIntake read = ReadAnswers(
      flags.answers, {.format = ParseAnswersFormat(flags.format), .include_golden = flags.include_golden});
  const PipelineResult result = Fit(flags, read.answers);

  const std::vector<std::pair<const char*, std::string>> files = {
      {"clusters.tsv", ClustersTable(read.answers, result)},
      {"workers.tsv", WorkersTable(read.answers, result)},
      {"sweeps.tsv", SweepsTable(result)},
      {"positions.tsv", PositionsTable(read.answers, result)},
      {"run.json", RunJson(flags, read, result)},
  };
  for (const auto& [name, content] : files) WriteFile(flags.out / name, content);
  if (flags.quiet) return;
  fmt::print("{}{}", DescribeIntake(read.intake), DescribeResult(read.answers, result));
  fmt::print("{:<12}{}: ", "written", flags.out.string());
  const char* separator = "";
  for (const auto& [name, content] : files) {
    fmt::print("{}{}", separator, name);
    separator = ", ";
  }
  fmt::print("\n");
}

void AddModelFlags(CLI::App* command, PipelineOptions* options) {
  CrowdOptions& crowd = options->crowd;
  const std::string group = "Model";
  const auto add = [&](const char* name, auto& value, const char* help, const auto& check) {
    command->add_option(name, value, help)->check(check)->capture_default_str()->group(group);
  };
  add("--dimensions", crowd.dimensions, "coordinates of an item", CLI::Range(1, kMaxDimensions));
  add("--restarts", options->restarts, "random starts; the best bound is kept", CLI::Range(1, 10000));
  add("--max-sweeps", crowd.max_sweeps, "sweeps of a restart at most", CLI::Range(1, 1000000));
  add("--tolerance", crowd.tolerance, "a restart ends when gain <= tolerance * |bound| twice in a row",
      CLI::Range(0.0, 1.0));
  add("--item-variance", crowd.prior.item_variance, "prior variance of a coordinate", CLI::PositiveNumber);
  add("--weight-variance", crowd.prior.weight_variance, "prior variance of a worker's weight",
      CLI::PositiveNumber);
  add("--bias-variance", crowd.prior.bias_variance, "prior variance of a worker's bias", CLI::PositiveNumber);
  add("--free-sweeps", crowd.free_sweeps, "sweeps before the workers' prior is learned",
      CLI::Range(0, 1000000));
  command
      ->add_flag("--learn-prior,!--no-learn-prior", crowd.learn_prior,
                 "learn the prior that the workers share (default)")
      ->group(group);
  add("--start-variance", crowd.start_variance, "variance of every factor at the start", CLI::PositiveNumber);
  add("--concentration", options->mixture.concentration,
      "of the Dirichlet process: larger expects more clusters", CLI::PositiveNumber);
  add("--partition-restarts", options->partition_restarts,
      "searches of the partition model; the best is kept", CLI::Range(1, 10000));
  add("--max-components", options->mixture.max_components, "components of the mixture at most",
      CLI::Range(1, 100000));
}

}  // namespace

void AddAggregateCommand(CLI::App& app, const std::vector<std::string>& command_line) {
  auto flags = std::make_shared<AggregateFlags>();
  flags->command = command_line;
  CLI::App* command = app.add_subcommand("aggregate", "Find the clusters behind people's answers");
  command
      ->add_option("ANSWERS", flags->answers, "files of answers: Toloka TSV or CSV, long table, JSON lines")
      ->required();
  command
      ->add_option("--out", flags->out,
                   "folder for clusters.tsv, workers.tsv, sweeps.tsv, positions.tsv, run.json")
      ->required();
  command->add_option("--format", flags->format, "how to read ANSWERS")
      ->check(CLI::IsMember(AnswersFormatNames()))
      ->capture_default_str();
  command
      ->add_option("--method", flags->method,
                   "clusters by the mixture over positions, or by the partition model")
      ->check(CLI::IsMember(ClusterMethodNames()))
      ->capture_default_str();
  command->add_flag("--include-golden", flags->include_golden,
                    "take answers to golden, exam and training HITs too");
  AddSeedFlag(command, &flags->pipeline.crowd.seed, "equal seed, equal files");
  flags->pipeline.crowd.num_threads = 0;
  command
      ->add_option("--threads", flags->pipeline.crowd.num_threads, "0 is all cores; never changes the result")
      ->check(CLI::Range(0, 4096))
      ->capture_default_str();
  command->add_option("--progress", flags->progress, "on stderr, for runs over two seconds")
      ->check(CLI::IsMember(ProgressNames()))
      ->capture_default_str();
  command->add_flag("--quiet", flags->quiet, "print nothing but errors");
  AddModelFlags(command, &flags->pipeline);
  command->footer("Example: crowdclust aggregate answers.tsv --out found --seed 1");
  AddConfigFlag(command);
  command->final_callback([flags] { RunAggregate(*flags); });
}

}  // namespace crowdclust::tools
