#include "intruders/golden_exam.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

#include "base/delimited_text.h"
#include "base/error.h"
#include "base/input_file.h"

namespace crowdclust {
namespace {

constexpr int kFewestGoldenItems = 3;

struct GoldenHit {
  long long line = 0;               // where it begins
  std::map<int, std::string> item;  // of each position
  int intruder_position = 0;
};

int ReadPosition(std::string_view text, const char* column, const std::string& place, long long line) {
  int position = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || position < 1)
    throw InputError(place, line, fmt::format("{} '{}'; positions are whole numbers from 1", column, text));
  return position;
}

IntruderHit Checked(const std::string& name, const GoldenHit& golden, const std::string& place,
                    NameIndex* items) {
  IntruderHit hit{.name = name,
                  .items = {},
                  .main_cluster = -1,
                  .other_cluster = -1,
                  .right_answer = golden.intruder_position - 1,
                  .golden = true};
  const auto count = static_cast<int>(golden.item.size());
  if (count < kFewestGoldenItems) {
    throw InputError(place, golden.line,
                     fmt::format("HIT '{}' has {} items; an intruder HIT needs {} or more", name, count,
                                 kFewestGoldenItems));
  }
  if (golden.item.rbegin()->first != count) {
    throw InputError(
        place, golden.line,
        fmt::format("HIT '{}' has {} items, but position {}; positions are 1 to the number of items", name,
                    count, golden.item.rbegin()->first));
  }
  if (golden.intruder_position > count) {
    throw InputError(
        place, golden.line,
        fmt::format("HIT '{}': intruder_position {} of {} items", name, golden.intruder_position, count));
  }
  NameIndex seen;
  for (const auto& [position, item] : golden.item) {
    if (seen.Add(item) != position - 1)
      throw InputError(place, golden.line, fmt::format("HIT '{}' shows item '{}' twice", name, item));
    hit.items.push_back(items->Add(item));
  }
  return hit;
}

}  // namespace

void ParseGoldenIntruders(std::string_view text, const std::string& place, IntruderPlan* plan) {
  TableReader table(CheckText(text, place), place);
  const int hit_at = table.Require("hit"), position_at = table.Require("position"),
            item_at = table.Require("item"), intruder_at = table.Require("intruder_position");
  NameIndex names;
  std::vector<GoldenHit> hits;
  RowView row;
  while (table.Next(&row)) {
    for (const int column : {hit_at, item_at}) {
      if (CellOf(row, column).empty()) {
        throw InputError(
            place, row.line,
            fmt::format("an empty '{}'; name it", table.columns()[static_cast<std::size_t>(column)]));
      }
    }
    const auto at = static_cast<std::size_t>(names.Add(CellOf(row, hit_at)));
    const int position = ReadPosition(CellOf(row, position_at), "position", place, row.line);
    const int intruder = ReadPosition(CellOf(row, intruder_at), "intruder_position", place, row.line);
    if (at == hits.size()) hits.push_back({.line = row.line, .item = {}, .intruder_position = intruder});
    GoldenHit& hit = hits[at];
    const std::string& name = names.Name(static_cast<int>(at));
    if (hit.intruder_position != intruder) {
      throw InputError(place, row.line,
                       fmt::format("HIT '{}' has intruder_position {}, but {} on line {}; it has one", name,
                                   intruder, hit.intruder_position, hit.line));
    }
    if (!hit.item.emplace(position, CellOf(row, item_at)).second)
      throw InputError(place, row.line, fmt::format("HIT '{}' has position {} twice", name, position));
  }
  if (hits.empty()) throw InputError(place + ": no golden HITs; a row is an item of one");
  NameIndex known;
  for (const IntruderHit& hit : plan->hits) known.Add(hit.name);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const std::string& name = names.Name(static_cast<int>(i));
    if (known.Find(name) >= 0) {
      throw InputError(place, hits[i].line,
                       fmt::format("HIT '{}' is among the HITs already; give every HIT its own name", name));
    }
    plan->hits.push_back(Checked(name, hits[i], place, &plan->items));
  }
}

void ReadGoldenIntruders(const std::filesystem::path& path, IntruderPlan* plan) {
  ParseGoldenIntruders(ReadFile(path), path.string(), plan);
}

GoldenApart SetGoldenApart(const IntruderPlan& plan, const IntruderAnswers& answers) {
  GoldenApart apart{.plan = plan, .answers = {}, .golden_of_worker = {}};
  apart.plan.hits.clear();
  std::vector<int> kept_hit;  // index without golden HITs, -1 for a golden one
  for (const IntruderHit& hit : plan.hits) {
    kept_hit.push_back(hit.golden ? -1 : apart.plan.num_hits());
    if (!hit.golden) apart.plan.hits.push_back(hit);
  }
  apart.answers.workers = answers.workers;
  apart.golden_of_worker.resize(static_cast<std::size_t>(answers.workers.size()));
  for (std::size_t r = 0; r < answers.hit_of_row.size(); ++r) {
    const auto hit = static_cast<std::size_t>(answers.hit_of_row[r]);
    if (kept_hit[hit] < 0) {
      ShareRight& golden = apart.golden_of_worker[static_cast<std::size_t>(answers.worker_of_row[r])];
      ++golden.total;
      golden.right += answers.answer_of_row[r] == plan.hits[hit].right_answer;
      continue;
    }
    apart.answers.hit_of_row.push_back(kept_hit[hit]);
    apart.answers.worker_of_row.push_back(answers.worker_of_row[r]);
    apart.answers.answer_of_row.push_back(answers.answer_of_row[r]);
    apart.answers.seconds.push_back(answers.seconds[r]);
  }
  return apart;
}

ExamResult LeaveOutUnqualified(const ExamRules& rules, GoldenApart* study) {
  ExamResult result;
  for (const ShareRight& golden : study->golden_of_worker) {
    result.failed.push_back(golden.total > 0 ? golden.share() < rules.pass_mark : rules.need_golden);
  }
  IntruderAnswers kept;
  kept.workers = study->answers.workers;
  for (std::size_t r = 0; r < study->answers.hit_of_row.size(); ++r) {
    const int worker = study->answers.worker_of_row[r];
    if (result.failed[static_cast<std::size_t>(worker)]) {
      ++result.answers_left_out;
      continue;
    }
    kept.hit_of_row.push_back(study->answers.hit_of_row[r]);
    kept.worker_of_row.push_back(worker);
    kept.answer_of_row.push_back(study->answers.answer_of_row[r]);
    kept.seconds.push_back(study->answers.seconds[r]);
  }
  study->answers = std::move(kept);
  return result;
}

}  // namespace crowdclust
