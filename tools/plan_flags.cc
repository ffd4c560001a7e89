#include "tools/plan_flags.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "answers/crowd_file.h"
#include "answers/known_labels.h"
#include "base/parallel.h"
#include "hits/read_items.h"
#include "tools/naming_file.h"
#include "tools/out_flag.h"
#include "tools/progress.h"
#include "tools/repeated_flag.h"
#include "tools/seed_flag.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

constexpr int kCategories = 8;
constexpr int kSampleItems = 500;
constexpr int kSampleItemsOfCategory = 25;
constexpr int kItemsOfFineGrid = 200;  // of more, a study takes a second or so
constexpr int kMostCount = 1'000'000;

std::optional<int> WholeNumber(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number >= 1 && number <= kMostCount ? std::optional(number) : std::nullopt;
}

// --clusters "8" or "4-12"; auto is 8, but half the items where these are fewer than 16.
void ResolveClusters(int num_items, PlanFlags* flags) {
  CategoryModel& categories = flags->categories;
  if (flags->clusters == "auto") {
    categories.fewest = categories.most = std::min(kCategories, std::max(2, num_items / 2));
    flags->clusters = std::to_string(categories.most);
    return;
  }
  const std::string_view text = flags->clusters;
  const std::size_t dash = text.find('-');
  const auto fewest = WholeNumber(text.substr(0, dash));
  const auto most = dash == std::string_view::npos ? fewest : WholeNumber(text.substr(dash + 1));
  if (!fewest || !most || *fewest > *most) {
    throw UsageError("--clusters: '" + flags->clusters +
                     "' is neither auto nor a number such as 8 nor a range such as 4-12; see --help");
  }
  categories.fewest = *fewest;
  categories.most = *most;
}

void ResolveSampleItems(const StudyModel& model, PlanFlags* flags) {
  if (flags->sample_items == "auto") {
    const int categories = model.truth ? model.truth->columns[0].labels.size() : flags->categories.most;
    const std::int64_t wanted = std::int64_t{kSampleItemsOfCategory} * categories;
    flags->sample_items = std::to_string(std::clamp<std::int64_t>(wanted, kSampleItems, kMostCount));
  }
  if (!WholeNumber(flags->sample_items)) {
    throw UsageError("--sample-items: '" + flags->sample_items +
                     "' is neither auto nor a whole number of 1 to 1000000; see --help");
  }
}

void AddCrowdFlags(CLI::App* command, PlanFlags* flags) {
  const std::string group = "What is expected";
  const auto add = [&](const char* name, auto& value, const char* help) {
    return command->add_option(name, value, help)->group(group);
  };
  CLI::Option* clusters =
      add("--clusters", flags->clusters,
          "categories expected: a number or a range such as 4-12; auto: 8, half the items where they are few")
          ->capture_default_str();
  CLI::Option* evenness =
      add("--evenness", flags->categories.evenness, "of their sizes: large is equal, 1 is anything")
          ->check(CLI::Range(0.01, 1e9))
          ->capture_default_str();
  CLI::Option* second = add("--second-labels", flags->categories.second_labels,
                            "labels across the categories, for workers who go by these")
                            ->check(CLI::Range(1, kMostCount))
                            ->capture_default_str();
  CLI::Option* truth =
      add("--truth", flags->truth, "table of the items' labels, where they are known (a pilot study)");
  for (CLI::Option* expected : {clusters, evenness, second}) truth->excludes(expected);
  add("--truth-item-column", flags->truth_item_column,
      "the truth's items (default: item, else the first column)")
      ->needs(truth);
  CLI::Option* label =
      add("--label-column", flags->label_column, "the truth's labels (default: the next column)")
          ->needs(truth);
  add("--second-column", flags->second_column,
      "the truth's second labels (default: without --label-column the column after the labels)")
      ->needs(label);
  add("--seconds-per-item", flags->grid.seconds_per_item,
      "of a worker who looks, for the working hours (default: the crowd's seconds_mean of an assignment)")
      ->check(CLI::Range(0.01, 1e6));
}

void AddGridFlags(CLI::App* command, PlanFlags* flags) {
  const std::string group = "Plans";
  DesignOptions& design = flags->grid.design;
  const auto add = [&](const char* name, auto& value, const char* help, const auto& check) {
    return command->add_option(name, value, help)->check(check)->group(group);
  };
  OneValueEach(add("--hits-per-item", flags->grid.hits_per_item,
                   "HITs an item is in, separated by commas (default: 2,3,4,6,8,12,… as far as the budget "
                   "goes; 2,4,8,… "
                   "for over 200 items)",
                   CLI::Range(1.0, 1e6))
                   ->delimiter(','));
  OneValueEach(add("--overlap", flags->grid.overlaps,
                   "workers who answer each HIT, separated by commas (default: 1,2,3,5,7,10; 1,2,5 for over "
                   "200 items)",
                   CLI::Range(1, kMostCount))
                   ->delimiter(','));
  add("--per-hit", design.items_per_hit, "items a HIT", CLI::Range(2, kMostCount))->capture_default_str();
  add("--design", flags->design, "as in 'crowdclust hits'", CLI::IsMember(DesignNames()))
      ->capture_default_str();
  add("--carried", design.carried, "items that a HIT carries over (--design kernel)",
      CLI::Range(1, kMostCount))
      ->capture_default_str();
  add("--reward", design.reward, "paid for an assignment", CLI::Range(0.0, 1e6))->capture_default_str();
  add("--fee", flags->grid.fee, "the platform's, as a share of the reward", CLI::Range(0.0, 100.0))
      ->capture_default_str();
}

void AddSimulationFlags(CLI::App* command, PlanFlags* flags) {
  const std::string group = "Simulation";
  const auto add = [&](const char* name, auto& value, const char* help, const auto& check) {
    return command->add_option(name, value, help)->check(check)->group(group);
  };
  add("--method", flags->method, "that finds the clusters, as in 'crowdclust aggregate'",
      CLI::IsMember(ClusterMethodNames()))
      ->capture_default_str();
  CLI::Option* seconds = add("--plan-seconds", flags->plan_seconds,
                             "for all of it: as many studies a plan as fit in", CLI::Range(1e-6, 1e7))
                             ->capture_default_str();
  add("--replicates", flags->replicates,
      "studies a plan instead, however long they take: equal files anywhere", CLI::Range(1, 100'000))
      ->excludes(seconds);
  command
      ->add_option("--sample-items", flags->sample_items,
                   "of more items, a study has so many (auto: 500, 25 a category where that is more)")
      ->capture_default_str()
      ->group(group);
}

}  // namespace

void AddPlanFlags(CLI::App* command, PlanFlags* flags) {
  command->add_option("ITEMS", flags->items, "items, one a line, or a CSV or TSV table with a header")
      ->required();
  command
      ->add_option("--crowd", flags->crowd,
                   "JSON file that describes the crowd, e.g. configs/crowds/shoes.json")
      ->required();
  command->add_option("--budget", flags->grid.budget, "money for rewards and fee")
      ->required()
      ->check(CLI::Range(0.0, 1e12));
  AddOutFlag(command, &flags->out, "folder for plans.csv, plan.json and plan.svg");
  command->add_option("--quality", flags->quality, "adjusted Rand index that is wanted")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--item-column", flags->item_column,
                      "column of the items (default: item, INPUT:image or image_url)");
  AddSeedFlag(command, &flags->seed, "equal seed, equal studies");
  command->add_option("--threads", flags->threads, "0 is all cores; never changes a study")
      ->check(CLI::Range(0, 4096))
      ->capture_default_str();
  command->add_option("--progress", flags->progress, "on stderr, for runs over two seconds")
      ->check(CLI::IsMember(ProgressNames()))
      ->capture_default_str();
  command->add_flag("--quiet", flags->quiet, "print nothing but errors");
  AddGridFlags(command, flags);
  AddCrowdFlags(command, flags);
  AddSimulationFlags(command, flags);
}

StudyModel ReadStudyModel(PlanFlags* flags) {
  StudyModel model{.items = ReadItems(flags->items, flags->item_column), .crowd = ReadCrowd(flags->crowd)};
  if (!flags->truth.empty()) {
    std::vector<std::string> columns = {flags->label_column, flags->second_column};
    std::erase(columns, "");
    model.truth = ReadKnownLabels(flags->truth, flags->truth_item_column, columns);
  }
  flags->threads = ResolveThreads(flags->threads);
  flags->grid.design.design = ParseDesign(flags->design);
  ResolveClusters(model.items.size(), flags);
  ResolveSampleItems(model, flags);
  model.categories = flags->categories;
  model.design = flags->grid.design;
  model.pipeline.method = ParseClusterMethod(flags->method);
  model.sample_items = *WholeNumber(flags->sample_items);
  flags->grid.coarse = ItemsOfStudy(model) > kItemsOfFineGrid;
  NamingFile(flags->items, [&] { CheckDesignOptions(model.items.size(), model.design); });
  NamingFile(flags->truth.empty() ? flags->items : flags->truth, [&] { CheckStudyModel(model); });
  return model;
}

std::vector<FileMark> InputsOf(const PlanFlags& flags) {
  std::vector<FileMark> marks;
  for (const std::string& path : {flags.items, flags.crowd, flags.truth}) {
    if (!path.empty()) marks.push_back(MarkOf(path, ReadFile(path)));
  }
  return marks;
}

nlohmann::ordered_json PlanOptionsJson(const PlanFlags& flags) {
  const PlanGridOptions& grid = flags.grid;
  nlohmann::ordered_json options = {{"item_column", flags.item_column},
                                    {"budget", grid.budget},
                                    {"quality", flags.quality},
                                    {"hits_per_item", grid.hits_per_item},
                                    {"overlap", grid.overlaps},
                                    {"per_hit", grid.design.items_per_hit},
                                    {"design", flags.design},
                                    {"carried", grid.design.carried},
                                    {"reward", grid.design.reward},
                                    {"fee", grid.fee},
                                    {"seconds_per_item", grid.seconds_per_item}};
  if (flags.truth.empty()) {
    options["clusters"] = flags.clusters;
    options["evenness"] = flags.categories.evenness;
    options["second_labels"] = flags.categories.second_labels;
  } else {
    options["truth"] = flags.truth;
    options["truth_item_column"] = flags.truth_item_column;
    options["label_column"] = flags.label_column;
    options["second_column"] = flags.second_column;
  }
  options["method"] = flags.method;
  options["sample_items"] = *WholeNumber(flags.sample_items);
  if (flags.replicates > 0) {
    options["replicates"] = flags.replicates;
  } else {
    options["plan_seconds"] = flags.plan_seconds;
  }
  options["seed"] = flags.seed;
  options["threads"] = flags.threads;
  return options;
}

}  // namespace crowdclust::tools
