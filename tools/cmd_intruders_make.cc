// crowdclust intruders make: intruder HITs out of clusters.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "base/grouped_digits.h"
#include "base/input_file.h"
#include "base/output_file.h"
#include "intruders/golden_exam.h"
#include "intruders/intruder_file.h"
#include "intruders/make_intruders.h"
#include "intruders/make_twins.h"
#include "intruders/mix_golden.h"
#include "intruders/nearest_clusters.h"
#include "report/provenance.h"
#include "tools/check_outputs.h"
#include "tools/intruders_commands.h"
#include "tools/intruders_make_words.h"
#include "tools/json_config.h"
#include "tools/out_flag.h"
#include "tools/seed_flag.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

std::filesystem::path NearestPath(const IntrudersMakeFlags& flags) {
  const std::filesystem::path folder = flags.run.empty() ? std::filesystem::path(flags.clusters).parent_path()
                                                         : std::filesystem::path(flags.run);
  return folder / "clusters.json";
}

bool UsesNearest(const IntrudersMakeFlags& flags) { return !flags.twins && flags.intruder == "nearest"; }

std::vector<std::string> MakeCommand(const IntrudersMakeFlags& flags) {
  const IntruderOptions& options = flags.options;
  std::vector<std::string> command = {"crowdclust", "intruders", "make", flags.clusters, "--out", flags.out};
  const auto add = [&command](const char* flag, const std::string& value) {
    command.insert(command.end(), {flag, value});
  };
  if (flags.twins) {
    command.emplace_back("--twins");
  } else {
    add("--intruder", flags.intruder);
  }
  add("--to", flags.format);
  if (!flags.run.empty()) add("--run", flags.run);
  if (!flags.golden.empty()) {
    add("--golden", flags.golden);
    add("--golden-rate", fmt::format("{}", flags.golden_shares.rate));
    add("--training", std::to_string(flags.golden_shares.training));
  }
  add("--count", std::to_string(options.count));
  add("--per-hit", std::to_string(options.per_hit));
  add("--overlap", std::to_string(options.overlap));
  add("--reward", fmt::format("{}", options.reward));
  add("--seed", std::to_string(options.seed));
  return command;
}

std::vector<FileMark> MakeInputs(const IntrudersMakeFlags& flags) {
  std::vector<FileMark> marks = {MarkOf(flags.clusters, ReadFile(flags.clusters))};
  if (UsesNearest(flags)) marks.push_back(MarkOf(NearestPath(flags), ReadFile(NearestPath(flags))));
  if (!flags.golden.empty()) marks.push_back(MarkOf(flags.golden, ReadFile(flags.golden)));
  return marks;
}

std::string MakePlanJson(const IntrudersMakeFlags& flags, const MadeIntruders& made,
                         const MixedGolden& golden) {
  nlohmann::ordered_json json = Provenance(CROWDCLUST_VERSION, MakeCommand(flags), MakeInputs(flags));
  json["hits"] = made.plan.num_hits();
  json["golden_hits"] = golden.mixed;
  json["training_hits"] = golden.training.num_hits();
  json["shortfall"] = made.shortfall;
  json["reward_total"] = RewardTotal(made.plan);
  json["shares"] = nlohmann::ordered_json::array();
  for (const HitShare& share : made.shares) {
    json["shares"].push_back(
        {{"cluster", share.cluster},
         {"other_cluster", share.other_cluster.empty() ? nlohmann::ordered_json()
                                                       : nlohmann::ordered_json(share.other_cluster)},
         {"items", share.size},
         {"per_hit", share.per_hit},
         {"distinct_hits", share.distinct},
         {"share", share.share},
         {"hits", share.made}});
  }
  json["too_small"] = nlohmann::ordered_json::array();
  for (const SmallCluster& small : made.too_small) {
    json["too_small"].push_back({{"cluster", small.cluster}, {"items", small.size}});
  }
  return json.dump(2) + "\n";
}

void CheckMakeFlags(const IntrudersMakeFlags& flags) {
  if (flags.twins && flags.options.per_hit < 4)
    throw UsageError(fmt::format("--per-hit {}: twins show two items of each cluster, so 4 or more",
                                 flags.options.per_hit));
  if (flags.twins && !flags.golden.empty())
    throw UsageError("--golden has intruder HITs; --twins asks another question");
  if (!flags.run.empty() && !UsesNearest(flags))
    throw UsageError("--run says which cluster is nearest; give it with --intruder nearest");
}

void CheckMakePaths(const IntrudersMakeFlags& flags, const IntrudersMakePaths& paths) {
  const bool is_ours = ParseIntruderTaskFormat(flags.format) == IntruderFormat::kJsonLines;
  if (flags.out == paths.plan || (!is_ours && flags.out == paths.key)) {
    throw UsageError(fmt::format("--out {}: a file beside it has this name; choose another", flags.out));
  }
}

void RunMake(const IntrudersMakeFlags& flags) {
  CheckMakeFlags(flags);
  std::vector<std::filesystem::path> read = {flags.clusters, flags.golden};
  if (UsesNearest(flags)) read.push_back(NearestPath(flags));
  const IntrudersMakePaths paths = PathsBeside(flags);
  CheckMakePaths(flags, paths);
  CheckOutputs(read, {flags.out, paths.key, paths.plan, paths.training, paths.training_key});
  const KnownLabels known = ReadKnownLabels(flags.clusters, "", std::vector<std::string>{"cluster"});
  const LabelColumn& clusters = known.columns[0];
  IntruderOptions options = flags.options;
  options.choice = ParseIntruderChoice(flags.intruder);
  if (UsesNearest(flags)) options.nearest = ReadNearestClusters(NearestPath(flags), clusters.labels);
  const auto make = flags.twins ? MakeTwins : MakeIntruders;
  MadeIntruders made = make(known.items, clusters, options, flags.clusters);
  MixedGolden golden;
  if (!flags.golden.empty()) {
    IntruderPlan known_hits;
    ReadGoldenIntruders(flags.golden, &known_hits);
    golden = MixGolden(known_hits, flags.golden_shares, options.seed, &made.plan);
  }
  const IntruderFormat format = ParseIntruderTaskFormat(flags.format);
  std::vector<FileContent> files = {{flags.out, IntruderTasks(format, made.plan)}};
  if (format != IntruderFormat::kJsonLines) files.push_back({paths.key, IntruderHitLines(made.plan)});
  if (!golden.training.hits.empty()) {
    files.push_back({paths.training, IntruderTasks(format, golden.training)});
    if (format != IntruderFormat::kJsonLines)
      files.push_back({paths.training_key, IntruderHitLines(golden.training)});
  }
  files.push_back({paths.plan, MakePlanJson(flags, made, golden)});
  WriteFiles(files);
  fmt::print("{}", DescribeMade(flags, made, golden));
}

void AddKindFlags(CLI::App* command, IntrudersMakeFlags* flags) {
  command
      ->add_option(
          "--intruder", flags->intruder,
          "the intruder's cluster: uniform over the others; nearest, the one that people confuse the main "
          "cluster with most; stratified, every ordered pair of clusters equally often")
      ->check(CLI::IsMember(IntruderChoiceNames()))
      ->capture_default_str();
  command->add_option("--run", flags->run,
                      "of nearest: the folder with clusters.json (default: the folder of CLUSTERS)");
  command->add_flag("--twins", flags->twins,
                    "HITs of two clusters, half and half, and of one alone: 'one group or two?'");
  command
      ->add_option(
          "--to", flags->format,
          "how HITs are written: jsonl, ours, with the right answers; toloka, tasks to upload; csv, a row an "
          "item; beside the last two lies NAME.jsonl with the right answers")
      ->check(CLI::IsMember(IntruderTaskFormatNames()))
      ->capture_default_str();
  command->add_option("--golden", flags->golden,
                      "golden HITs to mix in: a table hit,position,item,intruder_position");
  command->add_option("--golden-rate", flags->golden_shares.rate, "share of golden HITs among all")
      ->check(CLI::Range(0.0, 0.9))
      ->capture_default_str();
  command
      ->add_option("--training", flags->golden_shares.training,
                   "golden HITs kept for training, in a file of their own")
      ->check(CLI::Range(0, 1000000))
      ->capture_default_str();
}

}  // namespace

void AddIntrudersMakeCommand(CLI::App& intruders) {
  auto flags = std::make_shared<IntrudersMakeFlags>();
  CLI::App* command =
      intruders.add_subcommand("make", "Make HITs of one cluster's items and an item of another");
  command
      ->add_option("CLUSTERS", flags->clusters,
                   "CSV or TSV table with the columns item and cluster: clusters.tsv")
      ->required();
  AddOutFlag(command, &flags->out,
             "file of HITs to write, as --to says; the figures go beside it (.plan.json)");
  AddKindFlags(command, flags.get());
  command
      ->add_option("--count", flags->options.count, "HITs to make, shared evenly among the clusters or pairs")
      ->check(CLI::Range(1, 1000000))
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command->add_option("--per-hit", flags->options.per_hit, "items a HIT, one of them the intruder")
      ->check(CLI::Range(3, 1000000))
      ->capture_default_str();
  command->add_option("--overlap", flags->options.overlap, "workers who answer each HIT")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command->add_option("--reward", flags->options.reward, "paid for an assignment")
      ->check(CLI::Range(0.0, 1e6))
      ->capture_default_str();
  AddSeedFlag(command, &flags->options.seed, "equal seed, equal HITs");
  command->footer(
      "Example: crowdclust intruders make out/clusters.tsv --out intruder_hits.jsonl --count 100 --per-hit "
      "8\n"
      "         crowdclust intruders make out/clusters.tsv --out hard_hits.jsonl --intruder nearest\n"
      "         crowdclust intruders make out/clusters.tsv --out twins.jsonl --twins");
  AddConfigFlag(command);
  command->final_callback([flags] { RunMake(*flags); });
}

}  // namespace crowdclust::tools
