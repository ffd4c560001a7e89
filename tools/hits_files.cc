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
          {"repeated", asked.repeated}};
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
                        {"assignments_before", asked.assignments_before}};
    json.erase("hits_per_item");
  }
  if (!flags.golden.empty()) json["golden"] = GoldenFigures(flags, asked);
  return json.dump(2) + "\n";
}

void CheckPathsDiffer(const std::vector<FileContent>& files) {
  std::set<fs::path> paths;
  for (const FileContent& file : files) {
    if (!paths.insert(file.path.lexically_normal()).second)
      throw UsageError(file.path.string() + " would be written twice; give --out another ending");
  }
}

}  // namespace

std::vector<FileContent> HitsFiles(const HitsFlags& flags, const AskedHits& asked) {
  const HitFormat format = ParseHitFormat(flags.format);
  std::vector<FileContent> files;
  const auto add = [&](const std::string& name, const HitPlan& plan) {
    const std::string extension = fs::path(flags.out).extension().string();
    files.push_back({Beside(flags, name + extension), HitsText(format, plan)});
    if (format != HitFormat::kJsonLines)
      files.push_back({Beside(flags, name + ".jsonl"), HitsText(HitFormat::kJsonLines, plan)});
  };
  add("", asked.plan);
  if (!asked.exam.hits.empty()) add(".exam", asked.exam);
  if (!asked.training.hits.empty()) add(".training", asked.training);
  const int groups = flags.groups > 0 ? flags.groups : flags.design.items_per_hit;
  if (const std::optional<HitPage> page = PageOfHits(format, groups))
    files.push_back({Beside(flags, page->extension), page->text});
  files.push_back({Beside(flags, ".plan.json"), PlanJson(flags, asked)});
  CheckPathsDiffer(files);
  return files;
}

}  // namespace crowdclust::tools
