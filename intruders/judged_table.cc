#include "intruders/judged_table.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>
#include <utility>

#include "answers/column_map.h"
#include "answers/yes_no.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "base/file_text.h"

namespace crowdclust {
namespace {

constexpr std::array<std::pair<std::string_view, std::string JudgedColumns::*>, 4> kJudgedKeys = {{
    {"hit", &JudgedColumns::hit},
    {"worker", &JudgedColumns::worker},
    {"right", &JudgedColumns::right},
    {"cluster", &JudgedColumns::cluster},
}};

// One study while it is read.
struct Study {
  JudgedStudy study;
  NameIndex hits;
  std::set<std::pair<int, int>> answered;  // HIT and worker
};

class JudgedReader {
 public:
  JudgedReader(const JudgedColumns& columns, int choices) : columns_(columns), chance_(1.0 / choices) {}

  void ReadText(std::string_view text, const std::string& place) {
    TableReader table(text, place);
    std::vector<int> by;
    for (const std::string& column : columns_.by) by.push_back(table.Require(column));
    const int hit_at = table.Require(columns_.hit), worker_at = table.Require(columns_.worker),
              right_at = table.Require(columns_.right),
              cluster_at = columns_.cluster.empty() ? -1 : table.Require(columns_.cluster);
    std::vector<int> read = by;
    read.insert(read.end(), {hit_at, worker_at, right_at, cluster_at});
    for (const std::string& column : table.ColumnsBeside(read)) read_.intake.ignored_columns.insert(column);
    RowView row;
    const auto filled = [&](int at) {
      const std::string_view cell = CellOf(row, at);
      if (!cell.empty()) return cell;
      throw InputError(place, row.line,
                       fmt::format("an empty '{}'; fill it, or leave the row out",
                                   table.columns()[static_cast<std::size_t>(at)]));
    };
    while (table.Next(&row)) {
      std::vector<std::string> labels;
      for (const int at : by) labels.emplace_back(filled(at));
      const std::string_view hit = filled(hit_at);
      const std::string_view cluster = cluster_at < 0 ? hit : filled(cluster_at);
      const std::string_view right = filled(right_at);
      const std::optional<bool> is_right = ParseYesNo(right);
      if (!is_right) {
        throw InputError(place, row.line,
                         fmt::format("{} '{}'; say 1 or 0, true or false, yes or no", columns_.right, right));
      }
      Add(place, row.line,
          {.study = StudyOf(labels),
           .hit = hit,
           .cluster = cluster,
           .worker = filled(worker_at),
           .right = *is_right});
    }
  }

  JudgedTable Finish() {
    for (Study& study : studies_) {
      study.study.answers.hit_names = study.hits.names();
      read_.studies.push_back(std::move(study.study));
    }
    return std::move(read_);
  }

  Intake* intake() { return &read_.intake; }

 private:
  struct Answer {
    std::size_t study = 0;
    std::string_view hit, cluster, worker;
    bool right = false;
  };

  std::size_t StudyOf(const std::vector<std::string>& labels) {
    const auto [found, is_new] = study_of_labels_.emplace(labels, studies_.size());
    if (is_new) studies_.push_back({.study = {.labels = labels, .answers = {}}, .hits = {}, .answered = {}});
    return found->second;
  }

  void Add(const std::string& place, long long line, const Answer& answer) {
    Study& study = studies_[answer.study];
    JudgedAnswers& judged = study.study.answers;
    const int hit = study.hits.Add(answer.hit);
    const int cluster = judged.clusters.Add(answer.cluster);
    if (static_cast<std::size_t>(hit) == judged.main_cluster_of_hit.size()) {
      judged.main_cluster_of_hit.push_back(cluster);
      judged.other_cluster_of_hit.push_back(-1);
      judged.chance_of_hit.push_back(chance_);
    }
    const int known = judged.main_cluster_of_hit[static_cast<std::size_t>(hit)];
    if (known != cluster) {
      throw InputError(
          place, line,
          fmt::format("HIT '{}' is of {} '{}', but was of '{}' before; a HIT has one main cluster",
                      answer.hit, columns_.cluster, answer.cluster, judged.clusters.Name(known)));
    }
    const int worker = judged.workers.Add(answer.worker);
    if (!study.answered.emplace(hit, worker).second) {
      if (read_.intake.duplicates++ == 0) {
        read_.intake.first_duplicate =
            fmt::format("{}:{}: worker '{}' on HIT '{}'", place, line, answer.worker, answer.hit);
      }
      return;
    }
    judged.hit_of_row.push_back(hit);
    judged.worker_of_row.push_back(worker);
    judged.right_of_row.push_back(answer.right);
    ++read_.intake.assignments;
    ++read_.intake.rows;
  }

  const JudgedColumns& columns_;
  double chance_;
  std::map<std::vector<std::string>, std::size_t> study_of_labels_;
  std::vector<Study> studies_;
  JudgedTable read_;
};

}  // namespace

JudgedColumns ParseJudgedColumns(std::span<const std::string> entries, std::span<const std::string> by) {
  JudgedColumns columns;
  columns.by.assign(by.begin(), by.end());
  std::vector<std::string> keys;
  for (const auto& [name, member] : kJudgedKeys) keys.emplace_back(name);
  std::set<std::size_t> mapped;
  for (const std::string& entry : entries) {
    const auto [key, column] = SplitMapEntry(entry, keys);
    if (!mapped.insert(key).second)
      throw InputError(fmt::format("--map {}: {} is mapped already; map it once", entry, keys[key]));
    columns.*(kJudgedKeys[key].second) = column;
  }
  return columns;
}

JudgedTable ReadJudgedTable(std::span<const std::filesystem::path> paths, const JudgedColumns& columns,
                            int choices) {
  JudgedReader reader(columns, choices);
  for (const std::filesystem::path& path : paths) {
    FileText file(path);
    reader.intake()->files.push_back(file.Mark());
    reader.ReadText(CheckText(file.view(), path.string()), path.string());
  }
  RequireAnswers(*reader.intake(), paths);
  return reader.Finish();
}

JudgedTable ParseJudgedTable(std::string_view text, const std::string& place, const JudgedColumns& columns,
                             int choices) {
  JudgedReader reader(columns, choices);
  reader.ReadText(text, place);
  return reader.Finish();
}

}  // namespace crowdclust
