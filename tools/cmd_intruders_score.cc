// crowdclust intruders score: how often people found the intruders.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "answers/answers_format.h"
#include "base/error.h"
#include "base/input_file.h"
#include "base/output_file.h"
#include "intruders/golden_exam.h"
#include "intruders/intruder_file.h"
#include "intruders/judged_table.h"
#include "intruders/read_intruder_answers.h"
#include "intruders/score_json.h"
#include "intruders/score_tables.h"
#include "report/intruder_plot.h"
#include "report/provenance.h"
#include "tools/check_outputs.h"
#include "tools/intruders_commands.h"
#include "tools/intruders_words.h"
#include "tools/json_config.h"
#include "tools/out_flag.h"
#include "tools/repeated_flag.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {
namespace {

struct ScoreFlags {
  std::vector<std::string> files;  // the HITs first, unless the answers say themselves whether they are right
  std::string out;
  std::string format = "auto";
  std::vector<std::string> map;
  std::vector<std::string> by;
  int per_hit = 0;  // of answers that say whether they are right; 0: there are HITs
  std::string golden;
  ExamRules exam;
  AdviceOptions advice;
};

// What was read, and its marks: the HITs' and golden HITs' before the answers'.
struct Scored {
  ScoredStudies studies;
  Intake intake;
  std::vector<FileMark> inputs;
  std::int64_t answers_left_out = 0;  // of workers who did not pass
};

bool IsJudged(const ScoreFlags& flags) {
  return flags.per_hit > 0 || !flags.map.empty() || !flags.by.empty();
}

void CheckScoreFlags(const ScoreFlags& flags) {
  if (IsJudged(flags)) {
    if (flags.per_hit == 0)
      throw UsageError(
          "--map and --by are for answers without HITs; say with --per-hit how many items each HIT showed");
    if (!flags.golden.empty() || flags.format != "auto")
      throw UsageError(
          "--golden and --format need HITs; with --per-hit the answers say themselves which are right");
  } else if (flags.files.size() < 2) {
    throw UsageError(
        "ANSWERS is required: give the HITs and then their answers, or --per-hit and a table that says "
        "which answers are right");
  }
}

std::vector<std::string> ScoreCommand(const ScoreFlags& flags) {
  std::vector<std::string> command = {"crowdclust", "intruders", "score"};
  command.insert(command.end(), flags.files.begin(), flags.files.end());
  const auto add = [&command](const char* flag, const std::string& value) {
    command.insert(command.end(), {flag, value});
  };
  add("--out", flags.out);
  for (const std::string& entry : flags.map) add("--map", entry);
  for (const std::string& column : flags.by) add("--by", column);
  if (flags.per_hit > 0) {
    add("--per-hit", std::to_string(flags.per_hit));
  } else {
    add("--format", flags.format);
  }
  if (!flags.golden.empty()) add("--golden", flags.golden);
  add("--pass-mark", fmt::format("{}", flags.exam.pass_mark));
  if (flags.exam.need_golden) command.emplace_back("--need-golden");
  add("--half-width", fmt::format("{}", flags.advice.half_width));
  return command;
}

Scored ScoreJudgedFiles(const ScoreFlags& flags) {
  JudgedColumns columns;
  try {
    columns = ParseJudgedColumns(flags.map, flags.by);
  } catch (const InputError& error) {
    throw UsageError(error.what());
  }
  const std::vector<std::filesystem::path> paths(flags.files.begin(), flags.files.end());
  JudgedTable table = ReadJudgedTable(paths, columns, flags.per_hit);
  Scored scored{.studies = {.by = flags.by, .studies = {}}, .intake = std::move(table.intake), .inputs = {}};
  for (JudgedStudy& study : table.studies) {
    ScoredStudy one;
    one.labels = std::move(study.labels);
    one.judged = std::move(study.answers);
    one.score = ScoreJudged(one.judged);
    scored.studies.studies.push_back(std::move(one));
  }
  return scored;
}

Scored ScorePlanFiles(const ScoreFlags& flags) {
  const std::string& hits = flags.files.front();
  IntruderPlan plan = ReadIntruderHitFile(hits);
  Scored scored{.studies = {.by = {}, .studies = {}}, .intake = {}, .inputs = {MarkOf(hits, ReadFile(hits))}};
  if (!flags.golden.empty()) {
    if (plan.question == IntruderQuestion::kTwins)
      throw UsageError("--golden has intruder HITs; the HITs given are twins");
    ReadGoldenIntruders(flags.golden, &plan);
    scored.inputs.push_back(MarkOf(flags.golden, ReadFile(flags.golden)));
  }
  const std::vector<std::filesystem::path> paths(flags.files.begin() + 1, flags.files.end());
  IntruderAnswersAndIntake read = ReadIntruderAnswers(paths, plan, ParseAnswersFormat(flags.format));
  GoldenApart apart = SetGoldenApart(plan, read.answers);
  if (apart.plan.hits.empty())
    throw InputError(hits + ": golden HITs alone; they tell of workers, not of clusters");
  const ExamResult exam = LeaveOutUnqualified(flags.exam, &apart);
  ScoredStudy one;
  one.judged = JudgeAnswers(apart.plan, apart.answers);
  one.score = ScoreIntruders(apart.plan, apart.answers);
  one.plan = std::move(apart.plan);
  one.golden_of_worker = std::move(apart.golden_of_worker);
  one.failed = exam.failed;
  scored.studies.studies.push_back(std::move(one));
  scored.intake = std::move(read.intake);
  scored.answers_left_out = exam.answers_left_out;
  return scored;
}

std::string Json(const ScoreFlags& flags, const Scored& scored) {
  std::vector<FileMark> inputs = scored.inputs;
  inputs.insert(inputs.end(), scored.intake.files.begin(), scored.intake.files.end());
  nlohmann::ordered_json json = Provenance(CROWDCLUST_VERSION, ScoreCommand(flags), inputs);
  json["intake"] = {
      {"answers", scored.intake.assignments},   {"golden", scored.intake.golden},
      {"duplicates", scored.intake.duplicates}, {"of_failed_workers", scored.answers_left_out},
      {"by_status", scored.intake.by_status},   {"ignored_columns", scored.intake.ignored_columns}};
  json.update(IntruderScoreJson(scored.studies));
  return json.dump(2) + "\n";
}

// In the order written.
std::vector<std::filesystem::path> OutPaths(const ScoreFlags& flags) {
  std::vector<std::filesystem::path> paths;
  for (const char* name : {"intruders.tsv", "intruder_hits.tsv", "intruder_workers.tsv",
                           "intruder_positions.tsv", "intruders.svg", "intruders.json"})
    paths.push_back(std::filesystem::path(flags.out) / name);
  return paths;
}

void RunScore(const ScoreFlags& flags) {
  CheckScoreFlags(flags);
  std::vector<std::filesystem::path> read(flags.files.begin(), flags.files.end());
  read.emplace_back(flags.golden);
  const std::vector<std::filesystem::path> paths = OutPaths(flags);
  CheckOutputs(read, paths);
  Scored scored = IsJudged(flags) ? ScoreJudgedFiles(flags) : ScorePlanFiles(flags);
  for (ScoredStudy& study : scored.studies.studies) study.advice = Advise(study.score, flags.advice);
  const ScoredStudies& studies = scored.studies;
  WriteFiles(std::vector<FileContent>{{paths[0], IntruderClustersTable(studies)},
                                      {paths[1], IntruderHitsTable(studies)},
                                      {paths[2], IntruderWorkersTable(studies)},
                                      {paths[3], IntruderPositionsTable(studies)},
                                      {paths[4], IntruderPlotSvg(studies)},
                                      {paths[5], Json(flags, scored)}});
  fmt::print("{}\n", DescribeIntake(scored.intake));
  for (const ScoredStudy& study : studies.studies) fmt::print("{}", DescribeScore(studies, study));
  fmt::print(
      "written     {}: intruders.tsv, intruder_hits.tsv, intruder_workers.tsv, intruder_positions.tsv, "
      "intruders.svg, intruders.json\n",
      flags.out);
}

void AddJudgedFlags(CLI::App* command, ScoreFlags* flags) {
  OneValueEach(command->add_option("--map", flags->map,
                                   "KEY=COLUMN, for a table that says which answers are right and has other "
                                   "names: hit, worker, right, cluster; may be repeated"));
  OneValueEach(command->add_option("--by", flags->by,
                                   "a column of such a table that tells studies apart; may be repeated"));
  command
      ->add_option("--per-hit", flags->per_hit,
                   "items that each HIT showed, for chance; then all files are such tables")
      ->check(CLI::Range(2, 1000000));
}

}  // namespace

void AddIntrudersScoreCommand(CLI::App& intruders) {
  auto flags = std::make_shared<ScoreFlags>();
  CLI::App* command =
      intruders.add_subcommand("score", "Score people's answers to intruder HITs, by cluster");
  command
      ->add_option(
          "INTRUDER_HITS ANSWERS", flags->files,
          "HITs as written by 'crowdclust intruders make', then files of answers: Toloka assignments, a "
          "table or JSON lines")
      ->required();
  AddOutFlag(command, &flags->out, "folder for the tables, intruders.json and the plot");
  command->add_option("--format", flags->format, "format of ANSWERS; auto goes by the content")
      ->check(CLI::IsMember(IntruderFormatNames()))
      ->capture_default_str();
  AddJudgedFlags(command, flags.get());
  command->add_option("--golden", flags->golden,
                      "golden HITs that were asked too: a table hit,position,item,intruder_position");
  command
      ->add_option("--pass-mark", flags->exam.pass_mark,
                   "share of a worker's golden answers that must be right for the others to count")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_flag("--need-golden", flags->exam.need_golden,
                    "leave out workers without an answer to a golden HIT too");
  command
      ->add_option("--half-width", flags->advice.half_width,
                   "wanted of every cluster's interval; the advice says how many more answers that takes")
      ->check(CLI::Range(0.001, 0.499))
      ->capture_default_str();
  command->footer(
      "Example: crowdclust intruders score intruder_hits.jsonl intruder_answers.tsv --out out/intruders\n"
      "         crowdclust intruders score words.csv --per-hit 6 --map hit=topic --map worker=annotator \\\n"
      "            --map right=correct --by corpus --by model --out out/words");
  AddConfigFlag(command);
  command->final_callback([flags] { RunScore(*flags); });
}

}  // namespace crowdclust::tools
