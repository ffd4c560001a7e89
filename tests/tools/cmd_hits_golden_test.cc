// Golden HITs, exams and training, and the forms of HITs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"
#include "tests/tools/run_program.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class GoldenHitsTest : public ::testing::Test {
 protected:
  GoldenHitsTest() {
    std::string items, known = "item,weight,kind\n";
    for (int i = 0; i < 60; ++i) items += "item" + std::to_string(i) + ".png\n";
    for (int i = 0; i < 24; ++i) {
      known +=
          "known" + std::to_string(i) + ".png," + std::to_string(i) + ",kind" + std::to_string(i % 4) + "\n";
    }
    items_ = scratch_.Write("items.txt", items);
    known_ = scratch_.Write("known.csv", known);
  }

  ProgramRun Hits(const std::string& out, const std::string& flags) const {
    return RunProgram("hits " + items_.string() + " --per-hit 6 --seed " + std::to_string(TestSeed()) +
                      " --out " + Path(out).string() + " " + flags);
  }

  std::string Golden() const { return " --golden " + known_.string() + " --golden-label kind "; }

  fs::path Path(const std::string& name) const { return scratch_.path() / name; }
  std::string Text(const std::string& name) const { return ReadFile(Path(name)); }

  std::vector<nlohmann::json> Lines(const std::string& name) const {
    std::vector<nlohmann::json> lines;
    std::istringstream text(Text(name));
    for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
  }

  std::set<std::string> Files() const {
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(scratch_.path())) files.insert(entry.path().filename());
    files.erase("items.txt");
    files.erase("known.csv");
    return files;
  }

  ScratchFolder scratch_;
  fs::path items_, known_;
};

TEST_F(GoldenHitsTest, ATenthIsGoldenAndCosts) {
  const ProgramRun run = Hits("hits.jsonl", "--overlap 3 --reward 0.1" + Golden());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(ContainsRegex("items  +60\n"), ContainsRegex("\nHITs  +100\n"),
                             ContainsRegex("\ngolden HITs  +11\n  assignments  +33\n"),
                             ContainsRegex("reward in total  +33\\.30\n"),
                             ContainsRegex("  reward, in the total  +3\\.30\n")));
  const std::vector<nlohmann::json> hits = Lines("hits.jsonl");
  ASSERT_EQ(hits.size(), 111U);
  int golden = 0;
  for (const nlohmann::json& hit : hits) {
    EXPECT_EQ(hit["overlap"], 3);
    EXPECT_EQ(hit["items"].size(), 6U);
    if (!hit.contains("kind")) continue;
    ++golden;
    EXPECT_EQ(hit["kind"], "golden");
    std::map<std::string, std::set<int>> groups_of_kind;
    for (std::size_t i = 0; i < 6; ++i) {
      const std::string item = hit["items"][i];
      groups_of_kind[std::to_string(std::stoi(item.substr(5)) % 4)].insert(hit["known_groups"][i].get<int>());
    }
    EXPECT_EQ(groups_of_kind.size(), 3U) << "kind, not weight, is the label";
    for (const auto& [kind, groups] : groups_of_kind) EXPECT_EQ(groups.size(), 1U);
  }
  EXPECT_EQ(golden, 11);
  const nlohmann::json plan = nlohmann::json::parse(Text("hits.plan.json"));
  EXPECT_EQ(plan["hits"], 100);
  EXPECT_EQ(plan["items"], 60);
  EXPECT_EQ(plan["golden"]["hits"], 11);
  EXPECT_EQ(plan["golden"]["assignments"], 33);
  EXPECT_EQ(plan["golden"]["exam_hits"], 0);
  EXPECT_NEAR(plan["reward_total"], 33.3, 1e-9);
}

TEST_F(GoldenHitsTest, TheOrdinaryHitsAreThoseOfAPlanWithoutGoldenOnes) {
  ASSERT_EQ(Hits("a.jsonl", "").exit_code, 0);
  ASSERT_EQ(Hits("b.jsonl", Golden() + "--golden-rate 0.3").exit_code, 0);
  std::string ordinary;
  std::istringstream text(Text("b.jsonl"));
  for (std::string line; std::getline(text, line);) {
    if (line.find("\"kind\"") == std::string::npos) ordinary += line + "\n";
  }
  EXPECT_EQ(ordinary, Text("a.jsonl"));
  nlohmann::json a = nlohmann::json::parse(Text("a.plan.json")),
                 b = nlohmann::json::parse(Text("b.plan.json"));
  EXPECT_EQ(b["golden"]["hits"], 43);
  b.erase("golden");
  a.erase("reward_total");
  b.erase("reward_total");
  EXPECT_EQ(a, b);
}

TEST_F(GoldenHitsTest, AWorkerCanMeetEnough) {
  ASSERT_EQ(Hits("hits.jsonl", Golden() + "--golden-rate 0 --golden-per-worker 7").exit_code, 0);
  std::set<nlohmann::json> sets;
  for (const nlohmann::json& hit : Lines("hits.jsonl")) {
    if (!hit.contains("kind")) continue;
    std::vector<std::string> items = hit["items"];
    std::ranges::sort(items);
    sets.insert(items);
  }
  EXPECT_EQ(sets.size(), 7U);
}

TEST_F(GoldenHitsTest, ExamAndTrainingHaveFilesOfTheirOwn) {
  const ProgramRun run = Hits("hits.jsonl", Golden() + "--exam 3 --training 2 --reward 0.5");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(Files(), (std::set<std::string>{"hits.exam.jsonl", "hits.jsonl", "hits.plan.json",
                                            "hits.training.jsonl"}));
  EXPECT_THAT(run.out, AllOf(ContainsRegex("\nexam HITs  +3\n  reward for each worker  +1\\.50\n"),
                             ContainsRegex("\ntraining HITs  +2\n"), HasSubstr("hits.training.jsonl"),
                             Not(HasSubstr("equal known items"))));
  std::set<nlohmann::json> sets;
  std::size_t hits = 0;
  for (const char* file : {"hits.jsonl", "hits.exam.jsonl", "hits.training.jsonl"}) {
    for (const nlohmann::json& hit : Lines(file)) {
      if (!hit.contains("kind")) continue;
      ++hits;
      std::vector<std::string> items = hit["items"];
      std::ranges::sort(items);
      sets.insert(items);
    }
  }
  EXPECT_EQ(sets.size(), hits);
  EXPECT_EQ(Lines("hits.exam.jsonl")[0]["kind"], "exam");
  EXPECT_EQ(Lines("hits.exam.jsonl")[0]["overlap"], 0);
  EXPECT_EQ(Lines("hits.training.jsonl")[1]["hit"], "t2");
}

TEST_F(GoldenHitsTest, APrefixIsOfAllHits) {
  ASSERT_EQ(Hits("hits.jsonl", Golden() + "--exam 3 --training 2 --prefix may-").exit_code, 0);
  for (const nlohmann::json& hit : Lines("hits.jsonl"))
    EXPECT_THAT(hit["hit"].get<std::string>(), StartsWith(hit.contains("kind") ? "may-g" : "may-h"));
  EXPECT_EQ(Lines("hits.exam.jsonl")[0]["hit"], "may-e1");
  EXPECT_EQ(Lines("hits.training.jsonl")[1]["hit"], "may-t2");
}

TEST_F(GoldenHitsTest, KnownItemsThatNoHitShowsAreCounted) {
  const ProgramRun few = Hits("hits.jsonl", Golden() + "--golden-rate 0 --golden-per-worker 1");
  ASSERT_EQ(few.exit_code, 0) << few.err;
  EXPECT_THAT(few.out, ContainsRegex("known items in no HIT +18\n"));
  EXPECT_EQ(nlohmann::json::parse(Text("hits.plan.json"))["golden"]["unused_items"], 18);
  EXPECT_THAT(Hits("hits.jsonl", Golden() + "--golden-rate 0.5").out,
              Not(HasSubstr("known items in no HIT")));
}

TEST_F(GoldenHitsTest, ATableOfAFewItemsIsShownAgainAndThatIsSaid) {
  scratch_.Write("known.csv", "item,kind\na,x\nb,x\nc,y\nd,y\ne,y\nf,y\n");
  const ProgramRun run = Hits("hits.jsonl", Golden() + "--golden-per-worker 1 --exam 1");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, ContainsRegex("HITs with equal known items  +11\n"));
  EXPECT_EQ(nlohmann::json::parse(Text("hits.plan.json"))["golden"]["repeated"], 11);
}

TEST_F(GoldenHitsTest, EveryFormIsWrittenWithOurOwnBeside) {
  const std::string flags = Golden() + "--exam 1 --url-prefix 'https://x.org/a b/' --to ";
  const auto files_of = [&](const std::string& out, const std::string& format) {
    const std::set<std::string> before = Files();
    EXPECT_EQ(Hits(out, flags + format).exit_code, 0) << format;
    std::set<std::string> files = Files();
    for (const std::string& file : before) files.erase(file);
    return files;
  };
  using Names = std::set<std::string>;
  EXPECT_EQ(files_of("t.tsv", "toloka"),
            (Names{"t.tsv", "t.jsonl", "t.exam.tsv", "t.exam.jsonl", "t.plan.json"}));
  EXPECT_EQ(files_of("s.json", "toloka-json"),
            (Names{"s.json", "s.jsonl", "s.exam.json", "s.exam.jsonl", "s.plan.json"}));
  EXPECT_EQ(files_of("m.csv", "mturk"),
            (Names{"m.csv", "m.jsonl", "m.exam.csv", "m.exam.jsonl", "m.html", "m.plan.json"}));
  EXPECT_EQ(files_of("l.json", "label-studio"),
            (Names{"l.json", "l.jsonl", "l.exam.json", "l.exam.jsonl", "l.xml", "l.plan.json"}));
  EXPECT_EQ(files_of("c.csv", "csv"),
            (Names{"c.csv", "c.jsonl", "c.exam.csv", "c.exam.jsonl", "c.plan.json"}));
  for (const char* file : {"t.jsonl", "s.jsonl", "m.jsonl", "l.jsonl"})
    EXPECT_EQ(Text(file), Text("c.jsonl"));
  for (const char* file : {"t.tsv", "s.json", "m.csv", "l.json", "c.csv", "c.jsonl", "c.exam.csv"})
    EXPECT_THAT(Text(file), HasSubstr("https://x.org/a b/known1")) << file;
  EXPECT_THAT(Text("t.exam.tsv"), StartsWith("INPUT:images\tGOLDEN:result\n"));
  EXPECT_THAT(Text("s.exam.json"), HasSubstr("infinite_overlap"));
  EXPECT_THAT(Text("l.xml"), AllOf(HasSubstr("\"g6\""), Not(HasSubstr("\"g7\""))));
}

TEST_F(GoldenHitsTest, KnownGroupsAreInNoFileThatWorkersGet) {
  ASSERT_EQ(Hits("m.csv", Golden() + "--to mturk").exit_code, 0);
  ASSERT_EQ(Hits("l.json", Golden() + "--to label-studio --groups 3").exit_code, 0);
  ASSERT_EQ(Hits("c.csv", Golden() + "--to csv").exit_code, 0);
  for (const char* file : {"m.csv", "m.html", "l.json", "c.csv"})
    EXPECT_THAT(Text(file), AllOf(Not(HasSubstr("kind0")), Not(HasSubstr("known_groups")))) << file;
  EXPECT_THAT(Text("l.xml"), AllOf(HasSubstr("\"g3\""), Not(HasSubstr("\"g4\""))));
}

TEST_F(GoldenHitsTest, WhatCannotBeAskedIsSaidAndNothingIsWritten) {
  const auto refused = [&](const std::string& known, const std::string& flags, int exit_code) {
    const fs::path table = scratch_.Write("known.csv", known);
    const ProgramRun run = Hits("hits.jsonl", "--golden " + table.string() + " " + flags);
    EXPECT_EQ(run.exit_code, exit_code);
    EXPECT_THAT(Files(), IsEmpty());
    return run.err;
  };
  EXPECT_THAT(
      refused("item,kind\na,x\nb,y\n", "", 3),
      EndsWith("known.csv: 2 known items, but HITs of 6; know as many items as a HIT has, two or more\n"));
  EXPECT_THAT(refused("item,kind\na,x\nb,x\nc,y\nd,y\ne,y\nf,y\n", "", 3),
              HasSubstr("known.csv: only 1 different golden HITs of 6 items were found among 6 known items, "
                        "where 5 are needed"));
  EXPECT_THAT(refused("item,kind\na,x\n", "--golden-label knd", 3),
              HasSubstr("known.csv:1: no column 'knd'; nearest is 'kind'"));
  EXPECT_THAT(refused("item,kind\na,x\na,y\n", "", 3), HasSubstr("known.csv:3: item 'a' stands twice"));
  EXPECT_THAT(refused("item,kind\na,x\nb,x\nc,y\nd,y\ne,y\nf,y\ng,z\nh,z\n", "--to mturk", 2),
              HasSubstr("hits.jsonl would be written twice; give --out another ending"));
}

TEST_F(GoldenHitsTest, MoreGroupsThanWorkersCanMakeAreSaid) {
  const ProgramRun run = Hits("hits.json", Golden() + "--to label-studio --groups 2");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, EndsWith("known.csv: HITs of known items show 3 groups, but --groups 2 lets workers "
                                "make 2; give 3 or more, or leave --groups out\n"));
  EXPECT_THAT(Files(), IsEmpty());
}

}  // namespace
}  // namespace crowdclust::testing
