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
#include "tools/intruders_commands.h"
#include "tools/json_config.h"
#include "tools/seed_flag.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

struct MakeFlags {
  std::string clusters;
  std::string out;
  std::string intruder = IntruderChoiceNames().front();
  bool twins = false;
  std::string run;     // the folder with the clusters.json of --intruder nearest; empty: where CLUSTERS lies
  std::string golden;  // the table of golden HITs; empty: none
  GoldenShares golden_shares;
  IntruderOptions options;
};

std::filesystem::path PlanPath(const MakeFlags& flags) {
  return std::filesystem::path(flags.out).replace_extension(".plan.json");
}

// NAME.training.EXT.
std::filesystem::path TrainingPath(const MakeFlags& flags) {
  std::filesystem::path path = flags.out;
  const std::string extension = path.extension().string();
  return path.replace_extension(".training" + extension);
}

std::filesystem::path NearestPath(const MakeFlags& flags) {
  const std::filesystem::path folder = flags.run.empty() ? std::filesystem::path(flags.clusters).parent_path()
                                                         : std::filesystem::path(flags.run);
  return folder / "clusters.json";
}

bool UsesNearest(const MakeFlags& flags) { return !flags.twins && flags.intruder == "nearest"; }

double RewardTotal(const IntruderPlan& plan) {
  return plan.num_hits() * static_cast<double>(plan.overlap) * plan.reward;
}

std::vector<std::string> CommandOf(const MakeFlags& flags) {
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

std::vector<FileMark> InputsOf(const MakeFlags& flags) {
  std::vector<FileMark> marks = {MarkOf(flags.clusters, ReadFile(flags.clusters))};
  if (UsesNearest(flags)) marks.push_back(MarkOf(NearestPath(flags), ReadFile(NearestPath(flags))));
  if (!flags.golden.empty()) marks.push_back(MarkOf(flags.golden, ReadFile(flags.golden)));
  return marks;
}

std::string PlanJson(const MakeFlags& flags, const MadeIntruders& made, const MixedGolden& golden) {
  nlohmann::ordered_json json = Provenance(CROWDCLUST_VERSION, CommandOf(flags), InputsOf(flags));
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

void PrintLine(const std::string& what, const std::string& value) {
  fmt::print("{:<26}{:>14}\n", what, value);
}

std::string NameOf(const HitShare& share, bool twins) {
  if (share.other_cluster.empty()) return share.cluster;
  if (!twins) return fmt::format("{}, intruders of {}", share.cluster, share.other_cluster);
  return share.other_cluster == share.cluster ? share.cluster + " alone"
                                              : fmt::format("{} and {}", share.cluster, share.other_cluster);
}

void PrintShares(const MakeFlags& flags, const MadeIntruders& made) {
  constexpr std::size_t kMostNamed = 30;
  PrintLine(flags.twins ? "pairs and single clusters" : "kinds of HITs",
            GroupDigits(std::ssize(made.shares)));
  for (std::size_t i = 0; i < std::min(made.shares.size(), kMostNamed); ++i) {
    const HitShare& share = made.shares[i];
    PrintLine(fmt::format("  {} ({} items)", NameOf(share, flags.twins), GroupDigits(share.size)),
              GroupDigits(share.made) + " HITs");
  }
  if (made.shares.size() > kMostNamed) fmt::print("  … all of them in {}\n", PlanPath(flags).string());
}

void PrintShortage(const MakeFlags& flags, const MadeIntruders& made) {
  const auto names = [](const auto& all, const auto& name) {
    std::string text;
    for (const auto& one : all) text += (text.empty() ? "" : ", ") + name(one);
    return text;
  };
  if (!made.too_small.empty()) {
    fmt::print("in no HIT as a main cluster, since they have one item: {}\n",
               names(made.too_small, [](const SmallCluster& small) { return small.cluster; }));
  }
  std::vector<HitShare> fewer;
  for (const HitShare& share : made.shares) {
    if (share.per_hit < flags.options.per_hit) fewer.push_back(share);
    if (share.made >= share.share) continue;
    fmt::print("{}: {} different HITs, fewer than the share of {}\n", NameOf(share, flags.twins),
               GroupDigits(share.distinct), GroupDigits(share.share));
  }
  if (!fewer.empty()) {
    fmt::print("HITs of fewer items, with a chance of their own: {}\n",
               names(fewer, [&](const HitShare& share) {
                 return fmt::format("{} ({})", NameOf(share, flags.twins), share.per_hit);
               }));
  }
  if (made.shortfall > 0) {
    fmt::print("{} HITs asked for, but there are only {} different ones: all were made\n",
               GroupDigits(made.asked), GroupDigits(made.asked - made.shortfall));
  }
}

void PrintMade(const MakeFlags& flags, const MadeIntruders& made, const MixedGolden& golden) {
  PrintShares(flags, made);
  PrintLine("HITs", GroupDigits(made.plan.num_hits()));
  if (!flags.golden.empty()) {
    PrintLine("  of them golden", GroupDigits(golden.mixed));
    PrintLine("training HITs", GroupDigits(golden.training.num_hits()));
  }
  PrintLine("items a HIT", GroupDigits(flags.options.per_hit));
  PrintLine("assignments", GroupDigits(static_cast<std::int64_t>(made.plan.num_hits()) * made.plan.overlap));
  PrintLine("reward in total", fmt::format("{:.2f}", RewardTotal(made.plan)));
  PrintShortage(flags, made);
  if (golden.mixed < golden.wanted)
    fmt::print("{} golden HITs wanted, {} there are: give more, or a lower --golden-rate\n", golden.wanted,
               golden.mixed);
  fmt::print(
      "written: {} (with the right answers: show workers the items only), {}\n", flags.out,
      PlanPath(flags).string() + (golden.training.hits.empty() ? "" : ", " + TrainingPath(flags).string()));
}

void CheckFlags(const MakeFlags& flags) {
  if (flags.twins && flags.options.per_hit < 4)
    throw UsageError(fmt::format("--per-hit {}: twins show two items of each cluster, so 4 or more",
                                 flags.options.per_hit));
  if (flags.twins && !flags.golden.empty())
    throw UsageError("--golden has intruder HITs; --twins asks another question");
  if (!flags.run.empty() && !UsesNearest(flags))
    throw UsageError("--run says which cluster is nearest; give it with --intruder nearest");
}

void RunMake(const MakeFlags& flags) {
  CheckFlags(flags);
  const KnownLabels known = ReadKnownLabels(flags.clusters, "", std::vector<std::string>{"cluster"});
  const LabelColumn& clusters = known.columns[0];
  IntruderOptions options = flags.options;
  const std::vector<std::string> choices = IntruderChoiceNames();
  options.choice = static_cast<IntruderChoice>(std::ranges::find(choices, flags.intruder) - choices.begin());
  if (UsesNearest(flags)) options.nearest = ReadNearestClusters(NearestPath(flags), clusters.labels);
  const auto make = flags.twins ? MakeTwins : MakeIntruders;
  MadeIntruders made = make(known.items, clusters, options, flags.clusters);
  MixedGolden golden;
  if (!flags.golden.empty()) {
    IntruderPlan known_hits;
    ReadGoldenIntruders(flags.golden, &known_hits);
    golden = MixGolden(known_hits, flags.golden_shares, options.seed, &made.plan);
  }
  const std::string plan_json = PlanJson(flags, made, golden);
  WriteFile(flags.out, IntruderHitLines(made.plan));
  if (!golden.training.hits.empty()) WriteFile(TrainingPath(flags), IntruderHitLines(golden.training));
  WriteFile(PlanPath(flags), plan_json);
  PrintMade(flags, made, golden);
}

void AddKindFlags(CLI::App* command, MakeFlags* flags) {
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
  auto flags = std::make_shared<MakeFlags>();
  CLI::App* command =
      intruders.add_subcommand("make", "Make HITs of one cluster's items and an item of another");
  command
      ->add_option("CLUSTERS", flags->clusters,
                   "CSV or TSV table with the columns item and cluster: clusters.tsv")
      ->required();
  command
      ->add_option(
          "--out", flags->out,
          "JSON lines to write, a HIT each with its right answer; the figures go beside it (.plan.json)")
      ->required();
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
