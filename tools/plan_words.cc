#include "tools/plan_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/grouped_digits.h"
#include "tools/text_table.h"

namespace crowdclust::tools {
namespace {

constexpr std::ptrdiff_t kRowsBefore = 7, kRowsAfter = 3;  // of the chosen plan

std::string PlanLine(const std::string& what, const std::string& value) {
  return fmt::format("{:<14}{}\n", what, value);
}

std::string Counted(std::int64_t count, const char* what) {
  return fmt::format("{} {}{}", GroupDigits(count), what, count == 1 ? "" : "s");
}

std::string CategoriesText(const StudyModel& model) {
  if (model.truth) return fmt::format("{} in the truth", model.truth->columns[0].labels.size());
  const CategoryModel& categories = model.categories;
  const std::string count = categories.fewest == categories.most
                                ? std::to_string(categories.most)
                                : fmt::format("{} to {}", categories.fewest, categories.most);
  return fmt::format("{} expected, drawn anew for each study", count);
}

std::string PlansLine(const PlanFlags& flags, const PlanReport& report) {
  const auto count = [&report](PlanStatus status) {
    return std::ranges::count_if(report.rows,
                                 [status](const PlanRow& row) { return row.plan.status == status; });
  };
  std::string text =
      fmt::format("{} within the budget of {}", count(PlanStatus::kWithin), MoneyText(flags.grid.budget));
  const auto add = [&](PlanStatus status, const char* words) {
    if (count(status) > 0) text += fmt::format(", {} {}", count(status), words);
  };
  add(PlanStatus::kBeyondBudget, "beyond it");
  add(PlanStatus::kTooFewWorkers, "that need more assignments than the crowd gives");
  add(PlanStatus::kCannotBeDealt, "that the design cannot deal");
  return text;
}

std::string StudiesLine(const PlanFlags& flags, const StudyModel& model, const PlanReport& report) {
  std::size_t all = 0, fewest = SIZE_MAX, most = 0, without = 0;
  for (const PlanRow& row : report.rows) {
    if (row.plan.status != PlanStatus::kWithin) continue;
    const std::size_t studies = row.quality.of_study.size();
    all += studies;
    fewest = std::min(fewest, studies);
    most = std::max(most, studies);
    without += studies == 0 ? 1 : 0;
  }
  std::string text = fmt::format(
      "{} simulated by the method {}, {} a plan", GroupDigits(static_cast<std::int64_t>(all)), flags.method,
      fewest == most ? std::to_string(most) : fmt::format("{} to {}", fewest, most));
  if (ItemsOfStudy(model) < model.items.size())
    text += fmt::format(", each with {} of the items", GroupDigits(ItemsOfStudy(model)));
  if (without > 0) text += fmt::format("; {} plans have none, give more --plan-seconds", without);
  return text;
}

std::string Share(double share) { return std::isfinite(share) ? fmt::format("{:.3g} %", 100 * share) : "NA"; }

std::string Hours(double hours) {
  return hours < 100 ? fmt::format("{:.1f}", hours) : GroupDigits(std::llround(hours));
}

std::string Index(double value, double error) {
  return std::isfinite(error) ? fmt::format("{:.3f} ± {:.3f}", value, error) : fmt::format("{:.3f}", value);
}

std::string EfficientTable(const PlanReport& report) {
  const std::vector<int> efficient = EfficientPlans(report.rows);
  const auto chosen = std::ranges::find(efficient, report.chosen) - efficient.begin();
  const auto first = std::max<std::ptrdiff_t>(chosen - kRowsBefore, 0);
  const auto last = std::min(chosen + kRowsAfter + 1, std::ssize(efficient));
  std::vector<std::vector<std::string>> table = {{"HITs an item", "overlap", "HITs", "assignments",
                                                  "pairs that meet", "connected", "cost", "hours",
                                                  "adjusted Rand"}};
  for (auto i = first; i < last; ++i) {
    const PlanRow& row = report.rows[static_cast<std::size_t>(efficient[static_cast<std::size_t>(i)])];
    table.push_back({fmt::format("{:g}", row.plan.hits_per_item), std::to_string(row.plan.overlap),
                     GroupDigits(row.plan.hits), GroupDigits(row.plan.assignments),
                     Share(row.figures.pairs_met_share), Share(row.figures.ConnectedShare()),
                     MoneyText(row.plan.cost), Hours(row.plan.working_hours),
                     Index(row.quality.smoothed, row.quality.smoothed_error)});
  }
  return "Plans that nothing cheaper equals:\n" + AlignColumns(table);
}

// As a shell takes it for one word.
std::string Quoted(const std::string& text) {
  const auto plain = [](char c) {
    return (std::isalnum(static_cast<unsigned char>(c)) != 0) ||
           std::string_view("._-/+:@%,").find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::ranges::all_of(text, plain)) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

std::string HitsCommand(const PlanFlags& flags, const StudyPlan& plan) {
  const DesignOptions& design = flags.grid.design;
  std::string command = "crowdclust hits " + Quoted(flags.items);
  if (!flags.item_column.empty()) command += " --item-column " + Quoted(flags.item_column);
  command += fmt::format(" --out hits.jsonl --design {} --per-hit {}", flags.design, design.items_per_hit);
  if (design.design == Design::kKernel) command += fmt::format(" --carried {}", design.carried);
  if (design.design != Design::kExhaustive) command += fmt::format(" --hits-per-item {}", plan.hits_per_item);
  return command +
         fmt::format(" --overlap {} --reward {} --seed {}", plan.overlap, design.reward, flags.seed);
}

std::string ChosenLines(const PlanFlags& flags, const PlanReport& report) {
  const PlanRow& row = report.rows[static_cast<std::size_t>(report.chosen)];
  const std::string plan = fmt::format(
      "{:g} HITs an item, overlap {}: {} for {}, {} hours of work; adjusted Rand {}", row.plan.hits_per_item,
      row.plan.overlap, Counted(row.plan.assignments, "assignment"), MoneyText(row.plan.cost),
      Hours(row.plan.working_hours), Index(row.quality.smoothed, row.quality.smoothed_error));
  const std::string wanted = fmt::format("{:g}", report.quality);
  return (report.reached
              ? PlanLine("for " + wanted, plan)
              : PlanLine("for " + wanted, "no plan that was simulated reaches it; the best is below") +
                    PlanLine("best", plan)) +
         PlanLine("deal it by", HitsCommand(flags, row.plan)) +
         PlanLine("and find by", "crowdclust aggregate ANSWERS --out found --method " + flags.method);
}

}  // namespace

std::string SubtitleOf(const PlanFlags& flags, const StudyModel& model) {
  return fmt::format("{} items, {} a HIT, {} categories; crowd {}; design {}",
                     GroupDigits(model.items.size()), flags.grid.design.items_per_hit,
                     model.truth ? std::to_string(model.truth->columns[0].labels.size()) : flags.clusters,
                     std::filesystem::path(flags.crowd).filename().string(), flags.design);
}

std::string DescribePlans(const PlanFlags& flags, const StudyModel& model, const PlanReport& report) {
  std::string text = PlanLine("items", GroupDigits(model.items.size()));
  text += PlanLine("categories", CategoriesText(model));
  text += PlanLine("plans", PlansLine(flags, report));
  text += PlanLine("studies", StudiesLine(flags, model, report));
  if (report.chosen < 0) return text + PlanLine("result", "no study ended; give more --plan-seconds");
  return text + "\n" + EfficientTable(report) + "\n" + ChosenLines(flags, report);
}

}  // namespace crowdclust::tools
