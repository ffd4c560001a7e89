// crowdclust compare: all methods on the same answers and folds.
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "base/error.h"
#include "base/parallel.h"
#include "report/aggregate_run.h"
#include "report/comparison.h"
#include "tools/answers_flags.h"
#include "tools/commands.h"
#include "tools/interrupt.h"
#include "tools/json_config.h"
#include "tools/pipeline_progress.h"
#include "tools/progress.h"
#include "tools/repeated_flag.h"
#include "tools/text_table.h"

namespace crowdclust::tools {
namespace {

struct CompareFlags {
  AnswersFlags answers;
  std::vector<std::string> methods = ClusterMethodNames();
  std::string truth;
  std::string item_column;
  std::string label_column;
  bool json = false;
  int folds = 5;
  PipelineOptions pipeline;
};

KnownLabels ReadTruth(const CompareFlags& flags) {
  return ReadLabelColumn(flags.truth, flags.item_column, flags.label_column);
}

MethodRow Measure(const CompareFlags& flags, const Answers& answers, const std::string& method,
                  const PipelineCallback& callback) {
  using Clock = std::chrono::steady_clock;
  PipelineOptions options = flags.pipeline;
  options.method = ParseClusterMethod(method);
  const auto start = Clock::now();
  const PipelineResult result = FindClusters(answers, options, callback);
  MethodRow row{.method = options.method, .num_clusters = result.clustering.num_clusters};
  row.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  row.held_out = ScoreHeldOut(answers, options, result, {.folds = flags.folds}, callback);
  if (result.stopped || row.held_out.stopped) throw std::runtime_error("interrupted; nothing is compared");
  if (!flags.truth.empty()) {
    row.agreement = AgreementWithTruth(answers, result.clustering, ReadTruth(flags));
    if (!row.agreement)
      throw InputError(flags.truth + ": none of its items is among the answers' (" + answers.items.Name(0) +
                       ", …); choose the column of items by --item-column");
  }
  return row;
}

void RunCompare(CompareFlags flags) {
  int& threads = flags.pipeline.crowd.crowd.num_threads;
  threads = ResolveThreads(threads);
  const AnswersAndIntake read = ReadAnswers(flags.answers);
  if (!flags.truth.empty()) ReadTruth(flags);  // its errors come before the work
  const InterruptWatch watch;
  std::vector<MethodRow> rows;
  {
    Progress progress(ParseProgress(flags.answers.progress));
    for (const std::string& method : flags.methods) {
      const auto show = [&](const PipelineProgress& now) {
        PipelineProgress named = now;
        named.stage = method + ": " + now.stage;
        ShowPipelineProgress(named, &progress);
        return !InterruptWatch::Interrupted();
      };
      rows.push_back(Measure(flags, read.answers, method, show));
    }
  }
  if (flags.json) {
    fmt::print("{}\n", ComparisonJson(rows).dump(2));
  } else {
    fmt::print("{}\nHeld out: nats a pair, higher is better, ± standard error by assignment.\n",
               AlignColumns(ComparisonRows(rows)));
  }
}

}  // namespace

void AddCompareCommand(CLI::App& app) {
  auto flags = std::make_shared<CompareFlags>();
  CLI::App* command = app.add_subcommand("compare", "Compare the methods on people's answers");
  AddAnswersFlags(command, "equal seed, equal figures but for the seconds", &flags->answers,
                  &flags->pipeline);
  command->add_option("--truth", flags->truth, "table of items and labels, for the metrics")
      ->check(CLI::ExistingFile);
  command->add_option("--item-column", flags->item_column,
                      "column of items in the truth (default: item, else the first)");
  command->add_option("--label-column", flags->label_column,
                      "column of labels in the truth (default: the first beside the items)");
  OneValueEach(command->add_option("--methods", flags->methods, "which, separated by commas (default: all)"))
      ->delimiter(',')
      ->check(CLI::IsMember(ClusterMethodNames()));
  command->add_option("--folds", flags->folds, "of answers held out")
      ->check(CLI::Range(2, 1000))
      ->capture_default_str();
  command->add_option("--clusters", flags->pipeline.num_clusters, "how many; 0: each method finds the number")
      ->check(CLI::Range(0, 1'000'000'000))
      ->capture_default_str();
  command->add_flag("--json", flags->json, "an array of objects instead of the table");
  command->footer("Example: crowdclust compare answers.tsv --truth truth.csv --methods auto,crowd,linkage");
  AddConfigFlag(command);
  command->final_callback([flags] { RunCompare(*flags); });
}

}  // namespace crowdclust::tools
