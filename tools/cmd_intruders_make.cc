// crowdclust intruders make: intruder HITs out of clusters.
#include <fmt/format.h>

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
#include "intruders/intruder_file.h"
#include "intruders/make_intruders.h"
#include "report/provenance.h"
#include "tools/check_outputs.h"
#include "tools/intruders_commands.h"
#include "tools/json_config.h"
#include "tools/out_flag.h"
#include "tools/seed_flag.h"

namespace crowdclust::tools {
namespace {

struct MakeFlags {
  std::string clusters;
  std::string out;
  IntruderOptions options;
};

std::filesystem::path PlanPath(const MakeFlags& flags) {
  return std::filesystem::path(flags.out).replace_extension(".plan.json");
}

double RewardTotal(const IntruderPlan& plan) {
  return plan.num_hits() * static_cast<double>(plan.overlap) * plan.reward;
}

std::string PlanJson(const MakeFlags& flags, const MadeIntruders& made) {
  const IntruderOptions& options = flags.options;
  const std::vector<std::string> command = {"crowdclust", "intruders",
                                            "make",       flags.clusters,
                                            "--out",      flags.out,
                                            "--count",    std::to_string(options.count),
                                            "--per-hit",  std::to_string(options.per_hit),
                                            "--overlap",  std::to_string(options.overlap),
                                            "--reward",   fmt::format("{}", options.reward),
                                            "--seed",     std::to_string(options.seed)};
  nlohmann::ordered_json json = Provenance(
      CROWDCLUST_VERSION, command, std::vector<FileMark>{MarkOf(flags.clusters, ReadFile(flags.clusters))});
  json["hits"] = made.plan.num_hits();
  json["shortfall"] = made.shortfall;
  json["reward_total"] = RewardTotal(made.plan);
  json["main_clusters"] = nlohmann::ordered_json::array();
  for (const MainClusterShare& share : made.main_clusters) {
    json["main_clusters"].push_back({{"cluster", share.cluster},
                                     {"items", share.size},
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

void PrintMade(const MakeFlags& flags, const MadeIntruders& made) {
  const auto line = [](const std::string& what, const std::string& value) {
    fmt::print("{:<26}{:>14}\n", what, value);
  };
  line("main clusters", GroupDigits(std::ssize(made.main_clusters)));
  for (const MainClusterShare& share : made.main_clusters) {
    line(fmt::format("  {} ({} items)", share.cluster, GroupDigits(share.size)),
         GroupDigits(share.made) + " HITs");
  }
  line("HITs", GroupDigits(made.plan.num_hits()));
  line("items a HIT", GroupDigits(flags.options.per_hit));
  line("assignments", GroupDigits(static_cast<std::int64_t>(made.plan.num_hits()) * made.plan.overlap));
  line("reward in total", fmt::format("{:.2f}", RewardTotal(made.plan)));
  if (!made.too_small.empty()) {
    std::string names;
    for (const SmallCluster& small : made.too_small) {
      names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", small.cluster, small.size);
    }
    fmt::print("too small to be a main cluster (items): {}\n", names);
  }
  for (const MainClusterShare& share : made.main_clusters) {
    if (share.made >= share.share) continue;
    fmt::print("cluster {} has {} different HITs, fewer than its share of {}\n", share.cluster,
               GroupDigits(share.distinct), GroupDigits(share.share));
  }
  if (made.shortfall > 0) {
    fmt::print("{} HITs asked for, but there are only {} different ones: all were made\n",
               GroupDigits(made.asked), GroupDigits(made.plan.num_hits()));
  }
  fmt::print("written: {} (with the right answers: show workers the items only), {}\n", flags.out,
             PlanPath(flags).string());
}

void RunMake(const MakeFlags& flags) {
  CheckOutputs({flags.clusters}, {flags.out, PlanPath(flags)});
  const KnownLabels known = ReadKnownLabels(flags.clusters, "", std::vector<std::string>{"cluster"});
  const MadeIntruders made = MakeIntruders(known.items, known.columns[0], flags.options, flags.clusters);
  const std::string plan_json = PlanJson(flags, made);
  WriteFile(flags.out, IntruderHitLines(made.plan));
  WriteFile(PlanPath(flags), plan_json);
  PrintMade(flags, made);
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
  AddOutFlag(command, &flags->out,
             "JSON lines to write, a HIT each with its right answer; the figures go beside it (.plan.json)");
  command->add_option("--count", flags->options.count, "HITs to make, shared evenly among the clusters")
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
      "8");
  AddConfigFlag(command);
  command->final_callback([flags] { RunMake(*flags); });
}

}  // namespace crowdclust::tools
