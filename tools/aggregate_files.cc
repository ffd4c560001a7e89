#include "tools/aggregate_files.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "clustering/hierarchy.h"
#include "clustering/kernel_name.h"
#include "report/aggregate_run.h"
#include "report/aggregate_tables.h"
#include "report/clusters_json.h"
#include "report/provenance.h"

namespace crowdclust::tools {
namespace {

// All that the files show.
struct FinishedWork {
  const AggregateFlags& flags;
  const AnswersAndIntake& read;
  const RunSummary& summary;
};

std::string RunJson(const FinishedWork& work) {
  const auto& [flags, read, summary] = work;
  nlohmann::ordered_json run = Provenance(CROWDCLUST_VERSION, flags.command, read.intake.files);
  run["kernels"] = KernelName();
  run["options"] = OptionsJson(flags.pipeline, flags.summary);
  run["options"]["format"] = flags.answers.format;
  run["options"]["map"] = MapJson(flags.answers);
  run["options"]["include_golden"] = flags.answers.include_golden;
  run["read"] = IntakeJson(read.intake);
  run["result"] = ResultJson(read.answers, summary);
  return run.dump(2) + "\n";
}

struct FileEntry {
  const char* name;
  std::string (*content)(const FinishedWork& work);
};

constexpr std::array<FileEntry, 11> kFiles = {{
    {"clusters.tsv", [](const FinishedWork& work) { return ClustersTable(work.read.answers, work.summary); }},
    {"clusters.json",
     [](const FinishedWork& work) { return ClustersJson(work.read.answers, work.summary).dump(2) + "\n"; }},
    {"ambiguous.tsv",
     [](const FinishedWork& work) { return AmbiguousTable(work.read.answers, work.summary); }},
    {"workers.tsv", [](const FinishedWork& work) { return WorkersTable(work.read.answers, work.summary); }},
    {"worker_views.tsv",
     [](const FinishedWork& work) { return WorkerViewsTable(work.read.answers, work.summary); }},
    {"tree.tsv", [](const FinishedWork& work) { return TreeTable(work.summary); }},
    {"tree.nwk", [](const FinishedWork& work) { return Newick(work.summary.tree) + "\n"; }},
    {"sweeps.tsv", [](const FinishedWork& work) { return SweepsTable(work.summary.result); }},
    {"positions.tsv",
     [](const FinishedWork& work) { return PositionsTable(work.read.answers, work.summary.result); }},
    {"run.json", RunJson},
    {"levels.tsv", [](const FinishedWork& work) { return LevelsTable(work.read.answers, work.summary); }},
}};

std::size_t NumFiles(const AggregateFlags& flags) {
  return flags.clusters == "tree" ? kFiles.size() : kFiles.size() - 1;
}

}  // namespace

std::vector<std::filesystem::path> AggregatePaths(const AggregateFlags& flags) {
  std::vector<std::filesystem::path> paths;
  for (std::size_t f = 0; f < NumFiles(flags); ++f) paths.push_back(flags.out / kFiles[f].name);
  return paths;
}

std::vector<FileContent> AggregateFiles(const AggregateFlags& flags, const AnswersAndIntake& read,
                                        const RunSummary& summary) {
  std::vector<FileContent> files;
  for (std::size_t f = 0; f < NumFiles(flags); ++f)
    files.push_back({flags.out / kFiles[f].name, kFiles[f].content({flags, read, summary})});
  return files;
}

}  // namespace crowdclust::tools
