// crowdclust plan: what a study would cost, and how good its clusters would be.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/output_file.h"
#include "base/parallel.h"
#include "clustering/kernel_name.h"
#include "planning/simulated_quality.h"
#include "report/plan_report.h"
#include "report/provenance.h"
#include "tools/check_outputs.h"
#include "tools/commands.h"
#include "tools/design_flags.h"
#include "tools/interrupt.h"
#include "tools/json_config.h"
#include "tools/plan_flags.h"
#include "tools/plan_words.h"
#include "tools/progress.h"

namespace crowdclust::tools {
namespace {

constexpr const char* kPlansTable = "plans.csv";
constexpr const char* kPlanJson = "plan.json";
constexpr const char* kPlanCurve = "plan.svg";
constexpr int kMostReplicates = 400;  // more say nothing that a study would notice

using Clock = std::chrono::steady_clock;

// How far the run is and whether it goes on.
struct Watch {
  Clock::time_point start = Clock::now();
  double seconds = 0;  // 0: no limit
  Progress progress;

  double Passed() const { return std::chrono::duration<double>(Clock::now() - start).count(); }
  bool GoesOn() const { return !InterruptWatch::Interrupted() && (seconds <= 0 || Passed() < seconds); }
};

// Figures by HITs an item; a plan that cannot be dealt is marked.
void FillInFigures(const PlanFlags& flags, const StudyModel& model, Watch* watch,
                   std::vector<PlanRow>* rows) {
  std::vector<double> amounts;
  for (const PlanRow& row : *rows) {
    if (row.plan.status != PlanStatus::kBeyondBudget) amounts.push_back(row.plan.hits_per_item);
  }
  std::ranges::sort(amounts);
  amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
  std::vector<PlanFigures> figures(amounts.size());
  ParallelFor(flags.threads, std::ssize(amounts), [&](std::int64_t i) {
    if (InterruptWatch::Interrupted()) return;
    const auto at = amounts.size() - 1 - static_cast<std::size_t>(i);  // what takes longest first
    DesignOptions design = flags.grid.design;
    design.hits_per_item = amounts[at];
    watch->progress.Show(fmt::format("dealing HITs, {:g} an item", amounts[at]),
                         fmt::format(R"({{"stage":"deals","hits_per_item":{:g}}})", amounts[at]));
    figures[at] = FiguresOf(model.items, design, flags.seed);
  });
  for (PlanRow& row : *rows) {
    const auto at = std::ranges::lower_bound(amounts, row.plan.hits_per_item) - amounts.begin();
    if (row.plan.status == PlanStatus::kBeyondBudget) continue;
    row.figures = figures[static_cast<std::size_t>(at)];
    if (!row.figures.can_be_dealt) row.plan.status = PlanStatus::kCannotBeDealt;
  }
}

// The rows whose plans are simulated, the cheapest first.
std::vector<std::size_t> RowsToSimulate(const PlanFlags& flags, const std::vector<PlanRow>& rows) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].plan.status == PlanStatus::kWithin) order.push_back(i);
  }
  if (order.empty()) {
    throw InputError(
        "the design '" + flags.design +
        "' can deal none of the plans within the budget; ask for more HITs an item, or for another "
        "design");
  }
  std::ranges::stable_sort(order, {}, [&rows](std::size_t i) { return rows[i].plan.assignments; });
  return order;
}

void FillInQuality(const PlanFlags& flags, const StudyModel& model, Watch* watch,
                   std::vector<PlanRow>* rows) {
  const std::vector<std::size_t> order = RowsToSimulate(flags, *rows);
  std::vector<PlanToSimulate> plans;
  const bool all_items = ItemsOfStudy(model) == model.items.size();
  for (const std::size_t i : order) {
    const PlanRow& row = (*rows)[i];
    plans.push_back(
        {row.plan.hits_per_item, row.plan.overlap, all_items ? row.figures.first_deal : Blocks{}});
  }
  const int replicates = flags.replicates > 0 ? flags.replicates : kMostReplicates;
  const double all = static_cast<double>(plans.size()) * replicates;
  const auto callback = [&](std::int64_t studies) {
    const double done = static_cast<double>(studies) / all;
    const double share = watch->seconds > 0 ? std::max(done, watch->Passed() / watch->seconds) : done;
    const std::string left = watch->progress.TimeLeft(std::min(share, 1.0));
    watch->progress.Show(fmt::format("{} studies of {} plans simulated{}{}", studies, plans.size(),
                                     left.empty() ? "" : "; ", left),
                         fmt::format(R"({{"stage":"studies","studies":{},"plans":{},"share":{:.4f}}})",
                                     studies, plans.size(), std::min(share, 1.0)));
    return watch->GoesOn();
  };
  const auto quality = SimulateQuality(
      model, plans, {.replicates = replicates, .seed = flags.seed, .num_threads = flags.threads}, callback);
  for (std::size_t i = 0; i < order.size(); ++i) (*rows)[order[i]].quality.of_study = quality[i];
}

std::string PlansFileJson(const PlanFlags& flags, const StudyModel& model, const PlanReport& report) {
  nlohmann::ordered_json json = Provenance(CROWDCLUST_VERSION, flags.command, InputsOf(flags));
  json["kernels"] = KernelName();
  json["options"] = PlanOptionsJson(flags);
  json["items"] = model.items.size();
  json["items_of_study"] = ItemsOfStudy(model);
  json["reached"] = report.reached;
  json["plans"] = PlansJson(report);
  return json.dump(2) + "\n";
}

void RunPlan(PlanFlags flags, const CLI::App& command) {
  CheckDesignFlags(command, flags.design, flags.grid.design);
  CheckOutputs({flags.items, flags.crowd, flags.truth},
               {flags.out / kPlansTable, flags.out / kPlanJson, flags.out / kPlanCurve});
  const InterruptWatch interrupts;
  std::vector<PlanRow> rows;
  StudyModel model;
  {
    Watch watch{.seconds = flags.replicates > 0 ? 0 : flags.plan_seconds,
                .progress = Progress(flags.quiet ? ProgressStyle::kNone : ParseProgress(flags.progress))};
    watch.progress.TimeLeft(0);  // the time begins here
    model = ReadStudyModel(&flags);
    for (const StudyPlan& plan : MakePlanGrid(model.items.size(), model.crowd, flags.grid))
      rows.push_back({.plan = plan});
    FillInFigures(flags, model, &watch, &rows);
    FillInQuality(flags, model, &watch, &rows);
  }
  const PlanReport report = MakePlanReport(std::move(rows), flags.quality);
  std::vector<FileContent> files = {{flags.out / kPlansTable, PlansTable(report)},
                                    {flags.out / kPlanJson, PlansFileJson(flags, model, report)}};
  const std::string curve = PlansCurve(report, "What clusters cost", SubtitleOf(flags, model));
  if (!curve.empty()) files.push_back({flags.out / kPlanCurve, curve});
  WriteFiles(files);
  std::string written;
  for (const FileContent& file : files)
    written += (written.empty() ? "" : ", ") + file.path.filename().string();
  if (flags.quiet) return;
  fmt::print("{}{:<14}{}: {}\n", DescribePlans(flags, model, report), "written", flags.out.string(), written);
}

}  // namespace

void AddPlanCommand(CLI::App& app, const std::vector<std::string>& command_line) {
  auto flags = std::make_shared<PlanFlags>();
  flags->command = command_line;
  CLI::App* command =
      app.add_subcommand("plan", "What studies would cost, and how good their clusters would be");
  AddPlanFlags(command, flags.get());
  command->footer(
      "Example: crowdclust plan configs/shoes/items.tsv --crowd configs/crowds/shoes.json --budget 20 --out "
      "planned");
  AddConfigFlag(command);
  command->final_callback([flags, command] { RunPlan(*flags, *command); });
}

}  // namespace crowdclust::tools
