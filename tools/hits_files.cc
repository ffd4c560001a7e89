#include "tools/hits_files.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

namespace fs = std::filesystem;

// NAME.EXT with another end.
fs::path Beside(const HitsFlags& flags, const std::string& end) {
  fs::path path(flags.out);
  path.replace_extension();
  path += end;
  return path;
}

nlohmann::ordered_json GoldenFigures(const HitsFlags& flags, const AskedHits& asked) {
  return {{"table", flags.golden},
          {"label_column", flags.golden_label},
          {"rate", flags.golden_rate},
          {"per_worker", flags.golden_per_worker},
          {"hits", asked.coverage.known_hits},
          {"assignments", asked.coverage.known_assignments},
          {"exam_hits", asked.exam.hits.size()},
          {"training_hits", asked.training.hits.size()},
          {"repeated", asked.repeated},
          {"unused_items", asked.known_unused}};
}

std::string PlanJson(const HitsFlags& flags, const AskedHits& asked) {
  const Coverage& coverage = asked.coverage;
  nlohmann::ordered_json json = {{"version", CROWDCLUST_VERSION},
                                 {"command", "hits"},
                                 {"items_file", flags.items},
                                 {"item_column", flags.item_column},
                                 {"design", flags.design_name},
                                 {"per_hit", flags.design.items_per_hit},
                                 {"hits_per_item", flags.design.hits_per_item},
                                 {"carried", flags.design.carried},
                                 {"overlap", asked.plan.overlap},
                                 {"reward", asked.plan.reward},
                                 {"seed", flags.seed},
                                 {"to", flags.format},
                                 {"url_prefix", flags.url_prefix},
                                 {"prefix", flags.design.prefix},
                                 {"items", coverage.items},
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
  if (flags.design_name == kAdaptive) {
    json["adaptive"] = {{"run", flags.run},
                        {"hits", flags.num_hits},
                        {"items_shown", asked.items_shown},
                        {"new_items", asked.new_items},
                        {"assignments_before", asked.assignments_before},
                        {"items_not_listed", asked.items_not_listed}};
    json.erase("hits_per_item");
  }
  if (!flags.golden.empty()) json["golden"] = GoldenFigures(flags, asked);
  return json.dump(2) + "\n";
}

// The HITs that are written: what their files' names end in before the extension, and the plan.
struct NamedPlan {
  const char* end;
  const HitPlan AskedHits::*plan;
};

std::vector<NamedPlan> PlansOf(const HitsFlags& flags) {
  std::vector<NamedPlan> plans = {{"", &AskedHits::plan}};
  if (flags.golden.empty()) return plans;
  if (flags.exam > 0) plans.push_back({".exam", &AskedHits::exam});
  if (flags.training > 0) plans.push_back({".training", &AskedHits::training});
  return plans;
}

// The files that hold these HITs.
struct FormOfFile {
  fs::path path;
  HitFormat format;
};

std::vector<FormOfFile> FormsOf(const HitsFlags& flags, const NamedPlan& named) {
  const HitFormat format = ParseHitFormat(flags.format);
  const std::string end = named.end;
  std::vector<FormOfFile> forms = {{Beside(flags, end + fs::path(flags.out).extension().string()), format}};
  if (format != HitFormat::kJsonLines)
    forms.push_back({Beside(flags, end + ".jsonl"), HitFormat::kJsonLines});
  return forms;
}

std::optional<HitPage> PageOf(const HitsFlags& flags) {
  return PageOfHits(ParseHitFormat(flags.format),
                    flags.groups > 0 ? flags.groups : flags.design.items_per_hit);
}

void CheckPathsDiffer(const std::vector<fs::path>& written) {
  std::set<fs::path> paths;
  for (const fs::path& path : written) {
    if (!paths.insert(path.lexically_normal()).second)
      throw UsageError(path.string() + " would be written twice; give --out another ending");
  }
}

}  // namespace

std::vector<fs::path> HitsPaths(const HitsFlags& flags) {
  std::vector<fs::path> paths;
  for (const NamedPlan& named : PlansOf(flags)) {
    for (const FormOfFile& form : FormsOf(flags, named)) paths.push_back(form.path);
  }
  if (const std::optional<HitPage> page = PageOf(flags)) paths.push_back(Beside(flags, page->extension));
  paths.push_back(Beside(flags, ".plan.json"));
  CheckPathsDiffer(paths);
  return paths;
}

std::vector<FileContent> HitsFiles(const HitsFlags& flags, const AskedHits& asked) {
  std::vector<FileContent> files;
  for (const NamedPlan& named : PlansOf(flags)) {
    for (const FormOfFile& form : FormsOf(flags, named))
      files.push_back({form.path, HitsText(form.format, asked.*named.plan)});
  }
  if (const std::optional<HitPage> page = PageOf(flags))
    files.push_back({Beside(flags, page->extension), page->text});
  files.push_back({Beside(flags, ".plan.json"), PlanJson(flags, asked)});
  return files;
}

}  // namespace crowdclust::tools
