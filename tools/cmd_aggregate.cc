// crowdclust aggregate: from people's answers to clusters.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/output_file.h"
#include "base/parallel.h"
#include "clustering/kernel_name.h"
#include "report/aggregate_run.h"
#include "report/checkpoint_file.h"
#include "report/run_summary.h"
#include "tools/aggregate_files.h"
#include "tools/aggregate_flags.h"
#include "tools/aggregate_limits.h"
#include "tools/answers_flags.h"
#include "tools/check_outputs.h"
#include "tools/checkpoint_saver.h"
#include "tools/commands.h"
#include "tools/interrupt.h"
#include "tools/json_config.h"
#include "tools/out_flag.h"
#include "tools/pipeline_progress.h"
#include "tools/progress.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

// What decides the result: all of it must be alike for a run to go on from a checkpoint. Threads may differ.
RunIdentity IdentityOf(const AggregateFlags& flags, const Intake& intake) {
  RunIdentity identity = {{"version", CROWDCLUST_VERSION}, {"the processor's kernels", KernelName()}};
  for (std::size_t f = 0; f < intake.files.size(); ++f)
    identity.emplace_back(fmt::format("input {}", f + 1), intake.files[f].sha256);
  identity.emplace_back("--format", flags.answers.format);
  identity.emplace_back("--map", MapJson(flags.answers).dump());
  identity.emplace_back("--include-golden", flags.answers.include_golden ? "true" : "false");
  const nlohmann::ordered_json options = OptionsJson(flags.pipeline, flags.summary);
  for (const auto& [name, value] : options.items()) {
    if (name == "threads") continue;
    std::string flag = "--" + name;
    std::ranges::replace(flag, '_', '-');
    identity.emplace_back(flag, value.dump());
  }
  return identity;
}

RunSummary Fit(const AggregateFlags& flags, const Answers& answers, CheckpointSaver* saver) {
  const InterruptWatch watch;
  Progress progress(flags.quiet ? ProgressStyle::kNone : ParseProgress(flags.answers.progress));
  const auto show = [&progress, saver](const PipelineProgress& now) {
    ShowPipelineProgress(now, &progress);
    saver->SaveIfDue();
    return !InterruptWatch::Interrupted();
  };
  RunSummary summary = SummariseRun(answers, flags.pipeline, flags.summary, show, saver->scope());
  if (!flags.checkpoint.empty() && summary.stopped) {
    saver->Save();
    throw std::runtime_error("stopped; " + flags.checkpoint.string() +
                             " holds what was done, and the same command goes on from there");
  }
  return summary;
}

// "auto" is 0; else a whole number of 1 to `most`.
int CountOrAuto(const std::string& flag, const std::string& text, int most) {
  if (text == "auto") return 0;
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count < 1 || count > most) {
    throw UsageError(flag + ": '" + text + "' is neither auto nor a whole number of 1 to " +
                     std::to_string(most) + "; see --help");
  }
  return count;
}

void ResolveFlags(AggregateFlags* flags) {
  flags->pipeline.method = ParseClusterMethod(flags->method);
  flags->pipeline.crowd.start = ParseCrowdStart(flags->start);
  flags->pipeline.dimensions = CountOrAuto("--dimensions", flags->dimensions, kMaxDimensions);
  if (flags->clusters != "tree")
    flags->pipeline.num_clusters = CountOrAuto("--clusters", flags->clusters, 1'000'000'000);
  int& threads = flags->pipeline.crowd.crowd.num_threads;
  threads = ResolveThreads(threads);
}

void RunAggregate(AggregateFlags flags) {
  ResolveFlags(&flags);
  CheckOutputs(flags.answers.files, AggregatePaths(flags));
  if (!flags.checkpoint.empty()) CheckCanWrite(flags.checkpoint);
  const AnswersAndIntake read = ReadAnswers(flags.answers);
  const Answers& answers = read.answers;
  const std::string cut = CutEffort(answers, &flags);
  CheckMemory(answers, &flags);
  CheckpointSaver saver(flags.checkpoint, IdentityOf(flags, read.intake), flags.checkpoint_seconds);
  if (!flags.quiet) {
    fmt::print("{}{}", DescribeIntake(read.intake), cut);
    if (saver.resumed())
      fmt::print("{:<12}{}: the run goes on from there\n", "checkpoint", flags.checkpoint.string());
    std::fflush(stdout);
  }
  const RunSummary summary = Fit(flags, answers, &saver);

  const std::vector<FileContent> files = AggregateFiles(flags, read, summary);
  WriteFiles(files);
  saver.Remove();
  if (flags.quiet) return;
  fmt::print("{}", DescribeResult(answers, flags.pipeline, summary));
  fmt::print("{:<12}{}: ", "written", flags.out.string());
  const char* separator = "";
  for (const FileContent& file : files) {
    fmt::print("{}{}", separator, file.path.filename().string());
    separator = ", ";
  }
  fmt::print("\n");
}

void AddModelFlags(CLI::App* command, AggregateFlags* flags) {
  PipelineOptions& options = flags->pipeline;
  CrowdOptions& crowd = options.crowd.crowd;
  std::string group = "Crowd model";
  const auto add = [&](const char* name, auto& value, const char* help, const auto& check) {
    command->add_option(name, value, help)->check(check)->capture_default_str()->group(group);
  };
  const CLI::Range sweeps(1, 1000000), count(1, 10000);
  command->add_option("--dimensions", flags->dimensions, "coordinates of an item: a number, or auto (2 to 8)")
      ->capture_default_str()
      ->group(group);
  add("--restarts", options.crowd.restarts, "fits from different starts, averaged", count);
  add("--start", flags->start, "every worker alone (free), all as one (pooled), or what the bound prefers",
      CLI::IsMember(CrowdStartNames()));
  add("--pooled-sweeps", options.crowd.pooled_sweeps, "sweeps with all workers as one", sweeps);
  add("--max-sweeps", crowd.max_sweeps, "sweeps of a restart at most", sweeps);
  add("--tolerance", crowd.tolerance, "a restart ends when gain <= tolerance * |bound| twice in a row",
      CLI::Range(0.0, 1.0));
  add("--item-variance", crowd.prior.item_variance, "prior variance of a coordinate", CLI::PositiveNumber);
  add("--weight-variance", crowd.prior.weight_variance, "prior variance of a worker's weight",
      CLI::PositiveNumber);
  add("--bias-variance", crowd.prior.bias_variance, "prior variance of a worker's bias", CLI::PositiveNumber);
  add("--free-sweeps", crowd.free_sweeps, "sweeps of a free start before the workers' prior is learned",
      CLI::Range(0, 1000000));
  command
      ->add_flag("--learn-prior,!--no-learn-prior", crowd.learn_prior,
                 "learn the prior that the workers share (default)")
      ->group(group);
  add("--start-variance", crowd.start_variance, "variance of every factor at the start", CLI::PositiveNumber);
  group = "Partition model";
  add("--partition-restarts", options.partition_restarts, "searches", count);
  add("--partition-sweeps", options.partition.anneal_sweeps, "sweeps of a search while it cools", sweeps);
  group = "Mixture (method mixture)";
  add("--concentration", options.mixture.concentration,
      "of the Dirichlet process: larger expects more clusters", CLI::PositiveNumber);
  add("--max-components", options.mixture.max_components, "components of the mixture at most",
      CLI::Range(1, 100000));
  group = "How sure";
  add("--folds", flags->summary.held_out.folds, "of answers held out to score predictions; 0 for none",
      CLI::Range(0, 1000));
  add("--bootstraps", flags->summary.bootstraps, "samples of assignments for the clusters' stability",
      CLI::Range(0, 10000));
}

}  // namespace

void AddAggregateCommand(CLI::App& app, const std::vector<std::string>& command_line) {
  auto flags = std::make_shared<AggregateFlags>();
  flags->command = command_line;
  CLI::App* command = app.add_subcommand("aggregate", "Find the clusters behind people's answers");
  AddAnswersFlags(command, "equal seed, equal files", &flags->answers, &flags->pipeline);
  AddOutFlag(command, &flags->out,
             "folder for clusters.tsv, clusters.json, ambiguous.tsv, workers.tsv, run.json and more");
  command
      ->add_option("--method", flags->method,
                   "auto: crowd and partition models together; mixture: the published two stages; linkage, "
                   "spectral, majority: on the co-association")
      ->check(CLI::IsMember(ClusterMethodNames()))
      ->capture_default_str();
  command
      ->add_option("--clusters", flags->clusters,
                   "how many: auto finds the number; tree also writes levels.tsv, the cut at every level")
      ->capture_default_str();
  command->add_flag("--quiet", flags->quiet, "print nothing but errors");
  command
      ->add_option("--max-memory", flags->max_memory,
                   "end before the work begins where it would take more, e.g. 2GB; 0 is no limit")
      ->transform(CLI::AsSizeValue(true))
      ->type_name("SIZE")
      ->capture_default_str();
  command
      ->add_option("--checkpoint", flags->checkpoint,
                   "keep what is done in this file, and go on from it when the same command is given again")
      ->type_name("FILE");
  command->add_option("--checkpoint-seconds", flags->checkpoint_seconds, "between two writings of it")
      ->check(CLI::Range(0.0, 1e6))
      ->capture_default_str();
  AddModelFlags(command, flags.get());
  command->footer("Example: crowdclust aggregate answers.tsv --out found --seed 1");
  AddConfigFlag(command);
  command->final_callback([flags, command] {
    for (const CLI::Option* option : command->get_options()) {
      if (option->count() > 0) flags->given.push_back(option->get_name());
    }
    RunAggregate(*flags);
  });
}

}  // namespace crowdclust::tools
