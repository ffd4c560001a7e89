#include "report/finished_run.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "answers/column_map.h"
#include "answers/known_labels.h"
#include "answers/read_answers.h"
#include "base/error.h"
#include "base/input_file.h"
#include "base/json_fields.h"

namespace crowdclust {
namespace {

constexpr const char* kRecord = "run.json";
constexpr const char* kClusters = "clusters.tsv";

// What run.json says of a run.
struct RunRecord {
  std::vector<FileMark> inputs;
  ReadAnswersOptions read;
  double scatter = 0;
};

// Throws nlohmann's errors where a field is missing or of another type.
RunRecord RecordOf(const nlohmann::json& run) {
  RunRecord record;
  for (const nlohmann::json& input : run.at("inputs"))
    record.inputs.push_back(
        {.path = input.at("path"), .bytes = input.at("bytes"), .sha256 = input.at("sha256")});
  const nlohmann::json& options = run.at("options");
  record.read.format = ParseAnswersFormat(options.at("format").get<std::string>());
  record.read.include_golden = options.at("include_golden");
  std::vector<std::string> map;
  for (const auto& [key, column] : options.at("map").items())
    map.push_back(key + "=" + column.get<std::string>());
  record.read.columns = ParseColumnMap(map);
  record.scatter = run.at("result").at("scatter");
  return record;
}

RunRecord ReadRecord(const std::filesystem::path& path) {
  const std::string text = ReadFile(path);
  const nlohmann::json run = ParseJson(CheckText(text, path.string()), path.string());
  try {
    return RecordOf(run);
  } catch (const nlohmann::json::exception&) {
    throw InputError(path.string() + ": not the record of a run of aggregate; name the folder of its --out");
  }
}

std::vector<std::filesystem::path> AnswersFiles(const RunRecord& record) {
  std::vector<std::filesystem::path> paths;
  for (const FileMark& input : record.inputs) paths.emplace_back(input.path);
  return paths;
}

Answers ReadSameAnswers(const RunRecord& record, const std::filesystem::path& record_path) {
  const std::vector<std::filesystem::path> paths = AnswersFiles(record);
  for (const std::filesystem::path& path : paths) {
    std::error_code error;
    if (std::filesystem::exists(path, error)) continue;
    throw InputError(
        fmt::format("{}: its answers '{}' are not there, seen from this folder; start from the folder "
                    "where aggregate was started, or run aggregate again",
                    record_path.string(), path.string()));
  }
  AnswersAndIntake read = ReadAnswers(paths, record.read);
  for (std::size_t f = 0; f < paths.size(); ++f) {
    if (read.intake.files[f].sha256 != record.inputs[f].sha256) {
      throw InputError(
          paths[f].string() +
          ": not as it was when the clusters were found; run aggregate again with these answers");
    }
  }
  return std::move(read.answers);
}

Clustering ClustersOf(const Answers& answers, const std::filesystem::path& path) {
  const KnownLabels known = ReadLabelColumn(path, "", "cluster");
  std::vector<int> label;
  for (int i = 0; i < answers.num_items(); ++i) {
    const int at = known.items.Find(answers.items.Name(i));
    if (at < 0) {
      throw InputError(fmt::format("{}: item '{}' of the answers is missing; run aggregate again",
                                   path.string(), answers.items.Name(i)));
    }
    label.push_back(known.columns[0].label_of_item[static_cast<std::size_t>(at)]);
  }
  return MakeClustering(label);
}

}  // namespace

FinishedRun ReadFinishedRun(const std::filesystem::path& folder) {
  const std::filesystem::path record_path = folder / kRecord;
  const RunRecord record = ReadRecord(record_path);
  FinishedRun run{.answers_files = AnswersFiles(record),
                  .answers = ReadSameAnswers(record, record_path),
                  .clusters = {},
                  .scatter = record.scatter};
  run.clusters = ClustersOf(run.answers, folder / kClusters);
  return run;
}

std::vector<std::filesystem::path> FinishedRunFiles(const std::filesystem::path& folder) {
  return {folder / kRecord, folder / kClusters};
}

}  // namespace crowdclust
