#include "tools/hits_flags.h"

#include <charconv>

#include "tools/out_flag.h"
#include "tools/seed_flag.h"

namespace crowdclust::tools {
namespace {

constexpr double kMostHitsPerItem = 1e6;

std::string CheckHitsPerItem(const std::string& text) {
  return text == "auto" || NumberFromOne(text) > 0 ? "" : "'" + text + "' is neither 'auto' nor 1 to 1000000";
}

std::vector<std::string> Names() {
  std::vector<std::string> names = DesignNames();
  names.emplace_back(kAdaptive);
  return names;
}

void AddDesignFlags(CLI::App* command, HitsFlags* flags) {
  command
      ->add_option(
          "--design", flags->design_name,
          "random: every item once, the rest by chance; balanced: all pairs meet as evenly as can "
          "be; connected: for few HITs an item, all hang together; kernel: every HIT carries items "
          "over; exhaustive: every pair meets; adaptive: the next --hits HITs by the answers of --run, "
          "or the first ones without it")
      ->check(CLI::IsMember(Names()))
      ->capture_default_str();
  command->add_option("--run", flags->run,
                      "folder that aggregate wrote from the answers so far (--design adaptive)");
  command->add_option("--hits", flags->num_hits, "HITs to choose (--design adaptive)")
      ->check(CLI::Range(1, 100000))
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
  command->add_option("--prefix", flags->design.prefix,
                      "put before every HIT's name, so that no two batches of a study name theirs alike");
  AddSeedFlag(command, &flags->seed, "equal seed, equal HITs");
}

void AddGoldenFlags(CLI::App* command, HitsFlags* flags) {
  CLI::Option* golden = command->add_option(
      "--golden", flags->golden,
      "CSV or TSV table of items whose groups are known; HITs of these are mixed in among the others");
  const auto add = [&](const char* name, auto* value, const char* help) {
    return command->add_option(name, *value, help)->needs(golden)->capture_default_str();
  };
  add("--golden-label", &flags->golden_label,
      "the table's column of groups (default: the first beside the items)");
  add("--golden-rate", &flags->golden_rate, "share of golden HITs among all")->check(CLI::Range(0.0, 0.9));
  add("--golden-per-worker", &flags->golden_per_worker,
      "at least so many different golden HITs, for a worker to meet")
      ->check(CLI::Range(0, 1000000));
  add("--exam", &flags->exam, "so many HITs of known items as an exam, in a file of their own (.exam)")
      ->check(CLI::Range(0, 1000000));
  add("--training", &flags->training,
      "so many HITs of known items as training, in a file of their own (.training)")
      ->check(CLI::Range(0, 1000000));
}

void AddFormatFlags(CLI::App* command, HitsFlags* flags) {
  command
      ->add_option(
          "--to", flags->format,
          "jsonl: our own; toloka: a TSV of tasks; toloka-json: task suites for its API; mturk: a "
          "batch, and the page that workers see (.html); label-studio: tasks, and the labelling "
          "configuration (.xml); csv: a row for each item of each HIT. All but jsonl write jsonl too")
      ->check(CLI::IsMember(HitFormatNames()))
      ->capture_default_str();
  command->add_option("--url-prefix", flags->url_prefix,
                      "put before every item: where the files stand. The answers name the items so, too");
  command
      ->add_option(
          "--groups", flags->groups,
          "groups that workers may make at most (--to label-studio; default: as many as items a HIT)")
      ->check(CLI::Range(2, 1000));
}

}  // namespace

double NumberFromOne(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole_text = error == std::errc() && end == text.data() + text.size();
  return whole_text && number >= 1 && number <= kMostHitsPerItem ? number : 0;
}

void AddHitsFlags(CLI::App* command, HitsFlags* flags) {
  command->add_option("ITEMS", flags->items, "items, one a line, or a CSV or TSV table with a header")
      ->required();
  AddOutFlag(command, &flags->out,
             "file of HITs to write, in the form that --to says; the figures go beside it (.plan.json)");
  command->add_option("--item-column", flags->item_column,
                      "column of the items (default: item, INPUT:image or image_url)");
  AddDesignFlags(command, flags);
  AddGoldenFlags(command, flags);
  AddFormatFlags(command, flags);
}

}  // namespace crowdclust::tools
