// crowdclust hits: what to ask the crowd.
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "base/grouped_digits.h"
#include "base/output_file.h"
#include "hits/coverage.h"
#include "hits/design.h"
#include "hits/hit_file.h"
#include "hits/read_items.h"
#include "tools/commands.h"
#include "tools/json_config.h"
#include "tools/seed_flag.h"

namespace crowdclust::tools {
namespace {

struct HitsFlags {
  std::string items;
  std::string out;
  std::string item_column;
  std::string design_name = DesignName(Design::kRandom);
  std::string hits_per_item = "10";
  DesignOptions design;
  std::uint64_t seed = 1;
};

// The number from 1 that the text says, or 0.
double NumberFromOne(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 1 ? number : 0;
}

std::string CheckHitsPerItem(const std::string& text) {
  return text == "auto" || NumberFromOne(text) > 0 ? "" : "'" + text + "' is neither 'auto' nor 1 or more";
}

std::filesystem::path PlanPath(const HitsFlags& flags) {
  return std::filesystem::path(flags.out).replace_extension(".plan.json");
}

// "28,000.00".
std::string MoneyText(double amount) {
  const std::int64_t hundredths = std::llround(amount * 100);
  return fmt::format("{}.{:02}", GroupDigits(hundredths / 100), hundredths % 100);
}

void PrintPlan(const HitsFlags& flags, const HitPlan& plan, const Coverage& coverage) {
  const auto line = [](const char* what, const std::string& value) {
    fmt::print("{:<28}{:>14}\n", what, value);
  };
  line("items", GroupDigits(plan.items.size()));
  line("design", flags.design_name);
  line("items a HIT", GroupDigits(flags.design.items_per_hit));
  if (flags.design.design != Design::kExhaustive)
    line("HITs an item, asked", fmt::format("{:g}", flags.design.hits_per_item));
  line("HITs", GroupDigits(coverage.hits));
  line("assignments", GroupDigits(coverage.assignments));
  line("pair labels", GroupDigits(coverage.pair_labels));
  line("item pairs that meet", fmt::format("{:.1f} %", 100 * coverage.pairs_met_share));
  line("most meetings of a pair", GroupDigits(coverage.most_meetings_of_pair));
  line("meetings to move to be even", GroupDigits(coverage.uneven_meetings));
  line("parts that never meet", GroupDigits(coverage.components));
  line("spectral gap", fmt::format("{:.3f}", coverage.spectral_gap));
  line("fewest HITs of an item", GroupDigits(coverage.fewest_hits_of_item));
  line("most HITs of an item", GroupDigits(coverage.most_hits_of_item));
  line("reward in total", MoneyText(coverage.reward_total));
  fmt::print("written: {}, {}\n", flags.out, PlanPath(flags).string());
}

std::string PlanJson(const HitsFlags& flags, const HitPlan& plan, const Coverage& coverage) {
  const nlohmann::ordered_json json = {{"version", CROWDCLUST_VERSION},
                                       {"command", "hits"},
                                       {"items_file", flags.items},
                                       {"item_column", flags.item_column},
                                       {"design", flags.design_name},
                                       {"per_hit", flags.design.items_per_hit},
                                       {"hits_per_item", flags.design.hits_per_item},
                                       {"carried", flags.design.carried},
                                       {"overlap", plan.overlap},
                                       {"reward", plan.reward},
                                       {"seed", flags.seed},
                                       {"items", plan.items.size()},
                                       {"hits", coverage.hits},
                                       {"assignments", coverage.assignments},
                                       {"pair_labels", coverage.pair_labels},
                                       {"pairs_met_share", coverage.pairs_met_share},
                                       {"most_meetings_of_pair", coverage.most_meetings_of_pair},
                                       {"uneven_meetings", coverage.uneven_meetings},
                                       {"components", coverage.components},
                                       {"spectral_gap", coverage.spectral_gap},
                                       {"fewest_hits_of_item", coverage.fewest_hits_of_item},
                                       {"most_hits_of_item", coverage.most_hits_of_item},
                                       {"reward_total", coverage.reward_total}};
  return json.dump(2) + "\n";
}

void RunHits(HitsFlags flags) {
  const NameIndex items = ReadItems(flags.items, flags.item_column);
  flags.design.hits_per_item = flags.hits_per_item == "auto"
                                   ? AutoHitsPerItem(items.size(), flags.design.items_per_hit)
                                   : NumberFromOne(flags.hits_per_item);
  flags.design.design = ParseDesign(flags.design_name);
  const HitPlan plan = DealHits(items, flags.design, flags.seed);
  const Coverage coverage = CoverageOf(plan);
  WriteFile(flags.out, HitLines(plan));
  WriteFile(PlanPath(flags), PlanJson(flags, plan, coverage));
  PrintPlan(flags, plan, coverage);
}

}  // namespace

void AddHitsCommand(CLI::App& app) {
  auto flags = std::make_shared<HitsFlags>();
  CLI::App* command = app.add_subcommand("hits", "Deal items into HITs: what the crowd is asked");
  command->add_option("ITEMS", flags->items, "items, one a line, or a CSV or TSV table with a header")
      ->required();
  command
      ->add_option("--out", flags->out,
                   "JSON lines to write, a HIT each; the figures go beside it (.plan.json)")
      ->required();
  command->add_option("--item-column", flags->item_column,
                      "column of the items (default: item, INPUT:image or image_url)");
  command
      ->add_option("--design", flags->design_name,
                   "random: every item once, the rest by chance; balanced: all pairs meet as evenly as can "
                   "be; connected: for few HITs an item, all hang together; kernel: every HIT carries items "
                   "over; exhaustive: every pair meets")
      ->check(CLI::IsMember(DesignNames()))
      ->capture_default_str();
  command->add_option("--carried", flags->design.carried, "items that a HIT carries over (--design kernel)")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command->add_option("--per-hit", flags->design.items_per_hit, "items a HIT")
      ->check(CLI::Range(2, 1000000))
      ->capture_default_str();
  command
      ->add_option("--hits-per-item", flags->hits_per_item,
                   "HITs an item is in on average; auto: log2(items) log_M(items), M items a HIT")
      ->check(CheckHitsPerItem)
      ->capture_default_str();
  command->add_option("--overlap", flags->design.overlap, "workers who answer each HIT")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command->add_option("--reward", flags->design.reward, "paid for an assignment")
      ->check(CLI::Range(0.0, 1e6))
      ->capture_default_str();
  AddSeedFlag(command, &flags->seed, "equal seed, equal HITs");
  command->footer("Example: crowdclust hits items.tsv --out hits.jsonl --per-hit 10 --hits-per-item auto");
  AddConfigFlag(command);
  command->final_callback([flags] { RunHits(*flags); });
}

}  // namespace crowdclust::tools
