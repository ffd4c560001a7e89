// crowdclust hits: what to ask the crowd.
#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "base/error.h"
#include "base/grouped_digits.h"
#include "base/output_file.h"
#include "hits/golden_mix.h"
#include "hits/known_hits.h"
#include "hits/read_items.h"
#include "tools/commands.h"
#include "tools/hits_files.h"
#include "tools/hits_flags.h"
#include "tools/json_config.h"

namespace crowdclust::tools {
namespace {

// "28,000.00".
std::string MoneyText(double amount) {
  const std::int64_t hundredths = std::llround(amount * 100);
  return fmt::format("{}.{:02}", GroupDigits(hundredths / 100), hundredths % 100);
}

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
}

void PrintPlan(const HitsFlags& flags, const AskedHits& asked) {
  const Coverage& coverage = asked.coverage;
  PrintLine("items", GroupDigits(coverage.items));
  PrintLine("design", flags.design_name);
  PrintLine("items a HIT", GroupDigits(flags.design.items_per_hit));
  if (flags.design.design != Design::kExhaustive)
    PrintLine("HITs an item, asked", fmt::format("{:g}", flags.design.hits_per_item));
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

// Throws InputError that names the table where its items do not do.
KnownHits DealKnown(const HitsFlags& flags, const KnownItems& known, std::int64_t ordinary) {
  try {
    return DealKnownHits(known,
                         {.items_per_hit = flags.design.items_per_hit,
                          .golden = NumGoldenHits(ordinary, flags.golden_rate, flags.golden_per_worker),
                          .different_golden = flags.golden_per_worker,
                          .exam = flags.exam,
                          .training = flags.training},
                         flags.seed);
  } catch (const InputError& error) {
    throw InputError(flags.golden + ": " + error.what());
  }
}

void AddKnownHits(const HitsFlags& flags, AskedHits* asked) {
  const KnownLabels labels = ReadLabelColumn(flags.golden, "", flags.golden_label);
  const KnownItems known = {.items = WithPrefix(flags.url_prefix, labels.items),
                            .group_of_item = labels.columns[0].label_of_item};
  const KnownHits hits = DealKnown(flags, known, static_cast<std::int64_t>(asked->plan.hits.size()));
  MixInGolden(known, hits.golden, flags.seed, &asked->plan);
  asked->exam = PlanForEveryWorker(known, hits.exam, flags.design.reward);
  asked->training = PlanForEveryWorker(known, hits.training, flags.design.reward);
  asked->repeated = hits.repeated;
}

void RunHits(HitsFlags flags) {
  const NameIndex items = WithPrefix(flags.url_prefix, ReadItems(flags.items, flags.item_column));
  flags.design.hits_per_item = flags.hits_per_item == "auto"
                                   ? AutoHitsPerItem(items.size(), flags.design.items_per_hit)
                                   : NumberFromOne(flags.hits_per_item);
  flags.design.design = ParseDesign(flags.design_name);
  AskedHits asked{.plan = DealHits(items, flags.design, flags.seed)};
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
      "On Mechanical Turk: crowdclust hits items.tsv --out batch.csv --to mturk --golden known.tsv\n"
      "  --url-prefix https://example.org/pictures/");
  AddConfigFlag(command);
  command->final_callback([flags] { RunHits(*flags); });
}

}  // namespace crowdclust::tools
