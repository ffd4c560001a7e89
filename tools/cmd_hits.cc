// crowdclust hits: what to ask the crowd.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "base/error.h"
#include "base/grouped_digits.h"
#include "base/output_file.h"
#include "hits/golden_mix.h"
#include "hits/known_hits.h"
#include "hits/read_items.h"
#include "planning/adaptive_hits.h"
#include "report/finished_run.h"
#include "tools/check_outputs.h"
#include "tools/commands.h"
#include "tools/design_flags.h"
#include "tools/hits_files.h"
#include "tools/hits_flags.h"
#include "tools/interrupt.h"
#include "tools/json_config.h"
#include "tools/naming_file.h"
#include "tools/progress.h"

namespace crowdclust::tools {
namespace {

void PrintLine(const char* what, const std::string& value) { fmt::print("{:<28}{:>14}\n", what, value); }

void PrintGolden(const AskedHits& asked) {
  const auto suite = [](const char* what, const HitPlan& plan) {
    if (plan.hits.empty()) return;
    const auto hits = static_cast<std::int64_t>(plan.hits.size());
    PrintLine(fmt::format("{} HITs", what).c_str(), GroupDigits(hits));
    PrintLine("  reward for each worker", MoneyText(static_cast<double>(hits) * plan.reward));
  };
  const auto assignments = static_cast<double>(asked.coverage.known_assignments);
  PrintLine("golden HITs", GroupDigits(asked.coverage.known_hits));
  PrintLine("  assignments", GroupDigits(asked.coverage.known_assignments));
  PrintLine("  reward, in the total", MoneyText(assignments * asked.plan.reward));
  suite("exam", asked.exam);
  suite("training", asked.training);
  if (asked.repeated > 0) PrintLine("HITs with equal known items", GroupDigits(asked.repeated));
  if (asked.known_unused > 0) PrintLine("known items in no HIT", GroupDigits(asked.known_unused));
}

void PrintPlan(const HitsFlags& flags, const AskedHits& asked) {
  const Coverage& coverage = asked.coverage;
  PrintLine("items", GroupDigits(coverage.items));
  PrintLine("design", flags.design_name);
  PrintLine("items a HIT", GroupDigits(flags.design.items_per_hit));
  if (flags.design_name == kAdaptive) {
    PrintLine("items shown", GroupDigits(asked.items_shown));
    PrintLine("  for the first time", GroupDigits(asked.new_items));
    PrintLine("assignments so far", GroupDigits(asked.assignments_before));
    if (asked.items_not_listed > 0)
      PrintLine("items of these not in ITEMS", GroupDigits(asked.items_not_listed));
  } else if (flags.design.design != Design::kExhaustive) {
    PrintLine("HITs an item, asked", fmt::format("{:g}", flags.design.hits_per_item));
  }
  PrintLine("HITs", GroupDigits(coverage.hits));
  PrintLine("assignments", GroupDigits(coverage.assignments));
  PrintLine("pair labels", GroupDigits(coverage.pair_labels));
  PrintLine("item pairs that meet", fmt::format("{:.1f} %", 100 * coverage.pairs_met_share));
  PrintLine("most meetings of a pair", GroupDigits(coverage.most_meetings_of_pair));
  PrintLine("meetings to move to be even", GroupDigits(coverage.uneven_meetings));
  PrintLine("parts that never meet", GroupDigits(coverage.components));
  PrintLine("spectral gap", fmt::format("{:.3f}", coverage.spectral_gap));
  PrintLine("fewest HITs of an item", GroupDigits(coverage.fewest_hits_of_item));
  PrintLine("most HITs of an item", GroupDigits(coverage.most_hits_of_item));
  PrintLine("reward in total", MoneyText(coverage.reward_total));
  if (!flags.golden.empty()) PrintGolden(asked);
}

// Throws InputError where a HIT shows items of more groups than workers can make.
void CheckBuckets(const HitsFlags& flags, const KnownHits& hits) {
  if (flags.groups == 0) return;
  int most = 0;
  for (const std::vector<Hit>* of_kind : {&hits.golden, &hits.exam, &hits.training}) {
    for (const Hit& hit : *of_kind) most = std::max(most, 1 + std::ranges::max(hit.known_group));
  }
  if (most <= flags.groups) return;
  throw InputError(
      fmt::format("HITs of known items show {} groups, but --groups {} lets workers make {}; give "
                  "{} or more, or leave --groups out",
                  most, flags.groups, flags.groups, most));
}

// Throws InputError that names the table where its items do not do.
KnownHits DealKnown(const HitsFlags& flags, const GroupedItems& known, const AskedHits& asked) {
  const auto ordinary = static_cast<std::int64_t>(asked.plan.hits.size());
  return NamingFile(flags.golden, [&] {
    KnownHits hits =
        DealKnownHits(known,
                      {.items_per_hit = flags.design.items_per_hit,
                       .golden = NumGoldenHits(ordinary, flags.golden_rate, flags.golden_per_worker),
                       .different_golden = flags.golden_per_worker,
                       .exam = flags.exam,
                       .training = flags.training,
                       .prefix = flags.design.prefix + asked.round},
                      flags.seed);
    CheckBuckets(flags, hits);
    return hits;
  });
}

std::int64_t NumUnused(const GroupedItems& known, const KnownHits& hits) {
  std::set<int> used;
  for (const std::vector<Hit>* of_kind : {&hits.golden, &hits.exam, &hits.training}) {
    for (const Hit& hit : *of_kind) used.insert(hit.items.begin(), hit.items.end());
  }
  return known.items.size() - std::ssize(used);
}

void AddKnownHits(const HitsFlags& flags, AskedHits* asked) {
  const KnownLabels labels = ReadLabelColumn(flags.golden, "", flags.golden_label);
  const GroupedItems known = {.items = WithPrefix(flags.url_prefix, labels.items),
                              .group_of_item = labels.columns[0].label_of_item};
  const KnownHits hits = DealKnown(flags, known, *asked);
  MixInGolden(known, hits.golden, flags.seed, &asked->plan);
  asked->exam = PlanForEveryWorker(known, hits.exam, flags.design.reward);
  asked->training = PlanForEveryWorker(known, hits.training, flags.design.reward);
  asked->repeated = hits.repeated;
  asked->known_unused = NumUnused(known, hits);
}

AskedHits DealByDesign(const NameIndex& items, HitsFlags* flags) {
  flags->design.hits_per_item = flags->hits_per_item == "auto"
                                    ? AutoHitsPerItem(items.size(), flags->design.items_per_hit)
                                    : NumberFromOne(flags->hits_per_item);
  flags->design.design = ParseDesign(flags->design_name);
  return {.plan = NamingFile(flags->items, [&] { return DealHits(items, flags->design, flags->seed); })};
}

HitPlan NextByAnswers(const NameIndex& items, const FinishedRun& run, const AdaptiveOptions& options) {
  const InterruptWatch watch;
  Progress progress(ParseProgress("auto"));
  HitPlan plan = NextHits(items, {.answers = run.answers, .clusters = run.clusters, .scatter = run.scatter},
                          options, [&progress](double share) {
                            const std::string left = progress.TimeLeft(share);
                            progress.Show("adaptive HITs" + (left.empty() ? "" : "; " + left),
                                          fmt::format(R"({{"stage":"adaptive","share":{:.4f}}})", share));
                            return !InterruptWatch::Interrupted();
                          });
  if (InterruptWatch::Interrupted()) throw std::runtime_error("interrupted; nothing is written");
  return plan;
}

// The files that are read, but for the answers of --run.
std::vector<std::filesystem::path> HitsInputs(const HitsFlags& flags) {
  std::vector<std::filesystem::path> read = {flags.items, flags.golden};
  if (!flags.run.empty()) {
    for (const std::filesystem::path& path : FinishedRunFiles(flags.run)) read.push_back(path);
  }
  return read;
}

// How many items of the answers so far the list lacks. Throws InputError where it has none of them.
std::int64_t NumNotListed(const HitsFlags& flags, const NameIndex& items, const NameIndex& answered) {
  const auto missing = std::ranges::count_if(
      answered.names(), [&items](const std::string& item) { return items.Find(item) < 0; });
  if (missing == answered.size() && missing > 0) {
    throw InputError(
        fmt::format("{}: none of its items ('{}', …) is in the answers of --run {} ('{}', …); name the "
                    "list that these HITs were dealt from, with the same --item-column and "
                    "--url-prefix",
                    flags.items, items.Name(0), flags.run, answered.Name(0)));
  }
  return missing;
}

AskedHits ChooseByAnswers(const NameIndex& items, const HitsFlags& flags) {
  const AdaptiveOptions options{.num_hits = flags.num_hits,
                                .items_per_hit = flags.design.items_per_hit,
                                .overlap = flags.design.overlap,
                                .reward = flags.design.reward,
                                .prefix = flags.design.prefix,
                                .seed = flags.seed,
                                .num_threads = 0};
  const FinishedRun run = flags.run.empty() ? FinishedRun{} : ReadFinishedRun(flags.run);
  CheckOutputs(run.answers_files, HitsPaths(flags));
  const std::int64_t not_listed = NumNotListed(flags, items, run.answers.items);
  AskedHits asked{.plan = NamingFile(flags.items, [&] {
                    return flags.run.empty() ? FirstHits(items, options) : NextByAnswers(items, run, options);
                  })};
  asked.items_not_listed = not_listed;
  if (!flags.run.empty()) asked.round = RoundOf(run.answers);
  std::set<int> shown;
  for (const Hit& hit : asked.plan.hits) shown.insert(hit.items.begin(), hit.items.end());
  asked.items_shown = static_cast<std::int64_t>(shown.size());
  asked.new_items =
      std::ranges::count_if(shown, [&](int item) { return run.answers.items.Find(items.Name(item)) < 0; });
  asked.assignments_before = run.answers.num_assignments();
  return asked;
}

// Throws UsageError for flags that are not of these others.
void CheckHitsFlags(const HitsFlags& flags, const CLI::App& command) {
  const bool adaptive = flags.design_name == kAdaptive;
  for (const char* flag : {"--run", "--hits"}) RefuseUnless(adaptive, command, flag, "--design adaptive");
  CheckDesignFlags(command, flags.design_name, flags.design);
  RefuseUnless(ParseHitFormat(flags.format) == HitFormat::kLabelStudio, command, "--groups",
               "--to label-studio");
}

void RunHits(HitsFlags flags, const CLI::App& command) {
  CheckHitsFlags(flags, command);
  CheckOutputs(HitsInputs(flags), HitsPaths(flags));
  const NameIndex items = WithPrefix(flags.url_prefix, ReadItems(flags.items, flags.item_column));
  AskedHits asked =
      flags.design_name == kAdaptive ? ChooseByAnswers(items, flags) : DealByDesign(items, &flags);
  if (!flags.golden.empty()) AddKnownHits(flags, &asked);
  asked.coverage = CoverageOf(asked.plan);
  const std::vector<FileContent> files = HitsFiles(flags, asked);
  WriteFiles(files);
  PrintPlan(flags, asked);
  std::string written;
  for (const FileContent& file : files) written += (written.empty() ? "" : ", ") + file.path.string();
  fmt::print("written: {}\n", written);
}

}  // namespace

void AddHitsCommand(CLI::App& app) {
  auto flags = std::make_shared<HitsFlags>();
  CLI::App* command = app.add_subcommand("hits", "Deal items into HITs: what the crowd is asked");
  AddHitsFlags(command, flags.get());
  command->footer(
      "Example: crowdclust hits items.tsv --out hits.jsonl --per-hit 10 --hits-per-item auto\n"
      "By the answers so far: crowdclust hits items.tsv --out next.jsonl --design adaptive --run out --hits "
      "50\n"
      "On Mechanical Turk: crowdclust hits items.tsv --out batch.csv --to mturk --golden known.tsv\n"
      "  --url-prefix https://example.org/pictures/");
  AddConfigFlag(command);
  command->final_callback([flags, command] { RunHits(*flags, *command); });
}

}  // namespace crowdclust::tools
