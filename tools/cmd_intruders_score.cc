// crowdclust intruders score: how often people found the intruders.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "answers/answers_format.h"
#include "base/grouped_digits.h"
#include "base/input_file.h"
#include "base/output_file.h"
#include "intruders/intruder_file.h"
#include "intruders/read_intruder_answers.h"
#include "intruders/score.h"
#include "intruders/score_tables.h"
#include "report/provenance.h"
#include "tools/check_outputs.h"
#include "tools/intruders_commands.h"
#include "tools/json_config.h"
#include "tools/out_flag.h"
#include "tools/text_table.h"

namespace crowdclust::tools {
namespace {

struct ScoreFlags {
  std::string hits;
  std::vector<std::string> answers;
  std::string out;
  std::string format = "auto";
};

std::string Json(const ScoreFlags& flags, const IntruderPlan& plan, const IntruderScore& score,
                 const Intake& intake) {
  std::vector<std::string> command = {"crowdclust", "intruders", "score", flags.hits};
  command.insert(command.end(), flags.answers.begin(), flags.answers.end());
  for (const std::string& word : {std::string("--out"), flags.out, std::string("--format"), flags.format}) {
    command.push_back(word);
  }
  std::vector<FileMark> inputs = {MarkOf(flags.hits, ReadFile(flags.hits))};
  inputs.insert(inputs.end(), intake.files.begin(), intake.files.end());
  nlohmann::ordered_json json = Provenance(CROWDCLUST_VERSION, command, inputs);
  json["intake"] = {{"answers", intake.assignments},
                    {"golden", intake.golden},
                    {"duplicates", intake.duplicates},
                    {"by_status", intake.by_status},
                    {"ignored_columns", intake.ignored_columns}};
  json.update(IntruderScoreJson(plan, score));
  return json.dump(2) + "\n";
}

// "i003, i007 and 5 more".
std::string NamesOf(const IntruderPlan& plan, const std::vector<int>& hits) {
  constexpr std::size_t kMostNamed = 10;
  std::string names;
  for (std::size_t i = 0; i < std::min(hits.size(), kMostNamed); ++i) {
    names += (i > 0 ? ", " : "") + plan.hits[static_cast<std::size_t>(hits[i])].name;
  }
  if (hits.size() > kMostNamed) names += fmt::format(" and {} more", hits.size() - kMostNamed);
  return names;
}

std::string Percent(double share) { return fmt::format("{:.1f}", 100 * share); }

void AddShare(const ShareRight& share, std::vector<std::string>* row) {
  const Interval interval = share.interval();
  row->push_back(fmt::format("{}/{}", GroupDigits(share.right), GroupDigits(share.total)));
  row->push_back(share.total > 0 ? Percent(share.share()) : "-");
  row->push_back(fmt::format("{} to {}", Percent(interval.low), Percent(interval.high)));
}

void PrintScore(const IntruderPlan& plan, const IntruderScore& score) {
  std::vector<std::vector<std::string>> rows = {{"main cluster", "HITs", "answers right", "%", "95 %",
                                                 "majority right", "%", "95 %", "Dawid-Skene right", "%",
                                                 "95 %"}};
  const auto add = [&rows](const std::string& name, const GroupScore& group) {
    rows.push_back({name, GroupDigits(group.hits)});
    for (const ShareRight& share : {group.answers, group.majority, group.dawid_skene})
      AddShare(share, &rows.back());
  };
  for (const GroupScore& group : score.by_cluster) add(plan.clusters.Name(group.main_cluster), group);
  add("all together", score.overall);
  fmt::print("{}", AlignColumns(rows));
  fmt::print("chance, 1 of {}: {} %\n", plan.per_hit(), Percent(score.chance));
  const auto ties =
      std::ranges::count_if(score.hits, [](const HitOutcome& outcome) { return outcome.is_tied; });
  if (ties > 0) fmt::print("HITs whose vote is tied, counted as wrong: {}\n", GroupDigits(ties));
  if (!score.unanswered.empty()) {
    fmt::print("HITs without answers, in no share: {} ({})\n", GroupDigits(std::ssize(score.unanswered)),
               NamesOf(plan, score.unanswered));
  }
}

void RunScore(const ScoreFlags& flags) {
  const std::filesystem::path out = flags.out;
  const std::vector<std::filesystem::path> paths(flags.answers.begin(), flags.answers.end());
  std::vector<std::filesystem::path> read_paths = paths;
  read_paths.emplace_back(flags.hits);
  CheckOutputs(read_paths, {out / "intruders.tsv", out / "intruder_hits.tsv", out / "intruders.json"});
  const IntruderPlan plan = ReadIntruderHitFile(flags.hits);
  const IntruderAnswersAndIntake read = ReadIntruderAnswers(paths, plan, ParseAnswersFormat(flags.format));
  const IntruderScore score = ScoreIntruders(plan, read.answers);
  const std::string clusters = IntruderClustersTable(plan, score);
  const std::string hits = IntruderHitsTable(plan, score);
  const std::string json = Json(flags, plan, score, read.intake);
  WriteFile(out / "intruders.tsv", clusters);
  WriteFile(out / "intruder_hits.tsv", hits);
  WriteFile(out / "intruders.json", json);
  fmt::print("{}\n", DescribeIntake(read.intake));
  PrintScore(plan, score);
  fmt::print("written: {0}/intruders.tsv, {0}/intruder_hits.tsv, {0}/intruders.json\n", out.string());
}

}  // namespace

void AddIntrudersScoreCommand(CLI::App& intruders) {
  auto flags = std::make_shared<ScoreFlags>();
  CLI::App* command =
      intruders.add_subcommand("score", "Score people's answers to intruder HITs, by cluster");
  command->add_option("INTRUDER_HITS", flags->hits, "HITs as written by 'crowdclust intruders make'")
      ->required();
  command
      ->add_option("ANSWERS", flags->answers, "files of answers: Toloka assignments, a table or JSON lines")
      ->required();
  AddOutFlag(command, &flags->out, "folder for intruders.tsv, intruder_hits.tsv and intruders.json");
  command->add_option("--format", flags->format, "format of ANSWERS; auto goes by the content")
      ->check(CLI::IsMember(IntruderFormatNames()))
      ->capture_default_str();
  command->footer(
      "Example: crowdclust intruders score intruder_hits.jsonl intruder_answers.tsv --out out/intruders");
  AddConfigFlag(command);
  command->final_callback([flags] { RunScore(*flags); });
}

}  // namespace crowdclust::tools
