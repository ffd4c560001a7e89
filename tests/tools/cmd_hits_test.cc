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
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;

class HitsTest : public ::testing::Test {
 protected:
  ProgramRun Hits(const fs::path& items, const std::string& flags) const {
    return RunProgram("hits " + items.string() + " --out " + out_.string() + " " + flags);
  }

  nlohmann::json Plan() const { return nlohmann::json::parse(ReadFile(scratch_.path() / "hits.plan.json")); }

  std::vector<nlohmann::json> Lines() const {
    std::vector<nlohmann::json> lines;
    std::istringstream text(ReadFile(out_));
    for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
  }

  std::string SeedFlag() const { return "--seed " + std::to_string(TestSeed()); }

  ScratchFolder scratch_;
  fs::path out_ = scratch_.path() / "hits.jsonl";
};

std::string NumberedItems(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "item" + std::to_string(i) + "\n";
  return text;
}

TEST_F(HitsTest, TheShoesStudyAsPublished) {
  const ProgramRun run =
      Hits("configs/shoes/items.tsv", "--per-hit 10 --hits-per-item 10 --overlap 7 " + SeedFlag());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(ContainsRegex("\nHITs  +82\n"), ContainsRegex("\nassignments  +574\n"),
                             ContainsRegex("\npair labels  +25,830\n"),
                             ContainsRegex("\nreward in total  +11\\.48\n")));
  EXPECT_EQ(Plan()["hits"], 82);
  EXPECT_EQ(Plan()["pair_labels"], 25830);
  EXPECT_NEAR(Plan()["reward_total"], 11.48, 1e-9);
}

TEST_F(HitsTest, TheDressStudysNumberOfHits) {
  const fs::path items = scratch_.Write("items.txt", NumberedItems(2000));
  ASSERT_EQ(Hits(items, "--per-hit 8 --hits-per-item auto --overlap 3 " + SeedFlag()).exit_code, 0);
  EXPECT_EQ(Plan()["hits_per_item"], 40);
  EXPECT_EQ(Plan()["hits"], 10000);
  EXPECT_EQ(Plan()["pair_labels"], 840000);
}

TEST_F(HitsTest, AboutASixthOfThePairsOf500ItemsMeet) {
  const fs::path items = scratch_.Write("items.txt", NumberedItems(500));
  ASSERT_EQ(Hits(items, "--per-hit 10 --hits-per-item 10 " + SeedFlag()).exit_code, 0);
  EXPECT_EQ(Plan()["hits"], 500);
  EXPECT_NEAR(Plan()["pairs_met_share"], 0.164, 0.004);
}

TEST_F(HitsTest, EveryItemIsShownAndNoneTwiceInAHit) {
  const fs::path items = scratch_.Write("items.txt", NumberedItems(23));
  ASSERT_EQ(Hits(items, "--per-hit 5 --hits-per-item 2 --overlap 4 --reward 0.5 " + SeedFlag()).exit_code, 0);
  std::map<std::string, int> shown;
  std::set<std::string> names;
  for (const nlohmann::json& hit : Lines()) {
    std::set<std::string> here;
    for (const std::string item : hit["items"]) {
      here.insert(item);
      ++shown[item];
    }
    EXPECT_EQ(here.size(), 5U);
    EXPECT_EQ(hit["overlap"], 4);
    EXPECT_EQ(hit["reward"], 0.5);
    names.insert(hit["hit"]);
  }
  EXPECT_EQ(names.size(), 10U);  // ceil(23 * 2 / 5)
  EXPECT_EQ(shown.size(), 23U);
  int fewest = 10, most = 0;
  for (const auto& [item, hits] : shown) fewest = std::min(fewest, hits), most = std::max(most, hits);
  EXPECT_EQ(Plan()["fewest_hits_of_item"], fewest);
  EXPECT_EQ(Plan()["most_hits_of_item"], most);
}

TEST_F(HitsTest, EqualSeedEqualBytes) {
  const fs::path items = scratch_.Write("items.txt", TinyItemList());
  const auto bytes = [&](const std::string& seed) {
    EXPECT_EQ(Hits(items, "--per-hit 4 --seed " + seed).exit_code, 0);
    return ReadFile(out_);
  };
  const std::string first = bytes("5");
  EXPECT_EQ(bytes("5"), first);
  EXPECT_NE(bytes("6"), first);
}

TEST_F(HitsTest, ItemsOfATable) {
  const fs::path table = scratch_.Write("t.csv", "name,image_url\nx,http://a/1.png\ny,http://a/2.png\n");
  ASSERT_EQ(Hits(table, "--per-hit 2 --hits-per-item 1").exit_code, 0);
  EXPECT_THAT(ReadFile(out_), HasSubstr("http://a/2.png"));
  ASSERT_EQ(Hits(table, "--per-hit 2 --hits-per-item 1 --item-column name").exit_code, 0);
  EXPECT_THAT(ReadFile(out_), HasSubstr("\"y\""));
}

TEST_F(HitsTest, BatchesOfOneStudyDifferInNamesByTheirPrefix) {
  const fs::path items = scratch_.Write("items.txt", NumberedItems(60));
  const fs::path crowd = scratch_.Write("crowd.json", R"({"workers": 5})");
  std::string truth = "item,kind\n";
  for (int i = 0; i < 60; ++i) truth += "item" + std::to_string(i) + ",k" + std::to_string(i % 4) + "\n";
  const fs::path truth_path = scratch_.Write("truth.csv", truth);
  const auto answers = [&](const std::string& name, const std::string& flags) {
    EXPECT_EQ(Hits(items, "--per-hit 6 --hits-per-item 3 --overlap 3 " + flags).exit_code, 0);
    const std::string path = (scratch_.path() / name).string();
    const ProgramRun run = RunProgram("simulate " + out_.string() + " --truth " + truth_path.string() +
                                      " --crowd " + crowd.string() + " --out " + path);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return path + " ";
  };
  const auto aggregate = [&](const std::string& files) {
    return RunProgram("aggregate " + files + " --restarts 1 --folds 0 --out " +
                      (scratch_.path() / "found").string());
  };
  const std::string first = answers("first.csv", "--seed 1"), second = answers("second.csv", "--seed 2");
  const ProgramRun alike = aggregate(first + second);
  EXPECT_EQ(alike.exit_code, 3);
  EXPECT_THAT(alike.err, AllOf(ContainsRegex("second.csv:[0-9]+: HIT 'h[0-9]+' shows other items here"),
                               HasSubstr("deal one with --prefix, or rename its HITs")));
  const std::string apart = answers("apart.csv", "--seed 2 --prefix 'b-'");
  EXPECT_EQ(Lines()[0]["hit"], "b-h01");
  EXPECT_EQ(Plan()["prefix"], "b-");
  const ProgramRun both = aggregate(first + apart);
  EXPECT_EQ(both.exit_code, 0) << both.err;
  EXPECT_THAT(both.out, HasSubstr("180 assignments read"));
}

struct BadItems {
  const char* name;
  const char* text;
  const char* flags;
  const char* message;
};

class BadItemsTest : public HitsTest, public ::testing::WithParamInterface<BadItems> {};

TEST_P(BadItemsTest, IsSaidAndNothingIsWritten) {
  const ProgramRun run = Hits(scratch_.Write("items.txt", GetParam().text), GetParam().flags);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr(GetParam().message));
  EXPECT_FALSE(fs::exists(out_));
  EXPECT_FALSE(fs::exists(scratch_.path() / "hits.plan.json"));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadItemsTest,
    ::testing::Values(BadItems{"Twice", "a\nb\na\n", "--per-hit 2", "items.txt:3: "},
                      BadItems{"Empty", "\n", "--per-hit 2", "items.txt: empty file"},
                      BadItems{"InvalidUtf8", "a\n\xff\n", "--per-hit 2", "items.txt:2: not valid UTF-8"},
                      BadItems{"MoreAHitThanThereAre", "a\nb\nc\n", "--per-hit 4",
                               "items.txt: 4 items a HIT, but only 3 items"},
                      BadItems{"MoreCarriedThanShows", "a\nb\nc\nd\ne\nf\ng\nh\ni\n",
                               "--per-hit 4 --design kernel --hits-per-item 1",
                               "items.txt: 3 HITs of 4 items that carry 2 over do not show all 9 items"},
                      BadItems{"TooFewToConnect", "a\nb\nc\nd\n",
                               "--per-hit 2 --design connected --hits-per-item 1",
                               "items.txt: 2 HITs of 2 items cannot connect 4 items"},
                      BadItems{"MoreAnAdaptiveHitThanThereAre", "a\nb\nc\n", "--per-hit 4 --design adaptive",
                               "items.txt: 4 items a HIT, but only 3 items"},
                      BadItems{"AnswersInJsonLines",
                               "{\"worker\":\"w\",\"items\":[\"a\"],\"groups\":[1]}\n{}\n", "--per-hit 2",
                               "items.txt:1: JSON, where a list of items (one a line) or a table of them is"},
                      BadItems{"ATree", "[\n  \"a\"\n]\n", "--per-hit 2", "items.txt:1: JSON, where a list"},
                      BadItems{"AQuoteInTheHeader", "item,\"x\"y\na,b\n", "--per-hit 2",
                               "items.txt:1: text after a closing quote"},
                      BadItems{"Ragged", "item,kind\na,b\nc\n", "--per-hit 2", "items.txt:3: 1 cells"},
                      BadItems{"NoItemColumn", "name,kind\na,b\nc,d\n", "--per-hit 2", "columns: name, kind"},
                      BadItems{"UnknownColumn", "name,kind\na,b\nc,d\n", "--per-hit 2 --item-column nam",
                               "items.txt:1: no column 'nam'; nearest is 'name'"}),
    [](const auto& bad) { return std::string(bad.param.name); });

TEST_F(HitsTest, TheLargestSeedIsTaken) {
  const fs::path items = scratch_.Write("items.txt", TinyItemList());
  ASSERT_EQ(Hits(items, "--per-hit 4 --seed 18446744073709551615").exit_code, 0);
  EXPECT_EQ(Plan()["seed"], 18446744073709551615U);
}

struct BadFlags {
  const char* name;
  const char* flags;
  const char* message;
};

class BadHitsFlagsTest : public HitsTest, public ::testing::WithParamInterface<BadFlags> {};

TEST_P(BadHitsFlagsTest, AreAUsageError) {
  const ProgramRun run = Hits(scratch_.Write("items.txt", TinyItemList()), GetParam().flags);
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr(GetParam().message));
  EXPECT_FALSE(fs::exists(out_));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadHitsFlagsTest,
    ::testing::Values(
        BadFlags{
            "AllCarriedOver", "--design kernel --per-hit 4 --carried 10",
            "--carried 10: 10 items carried over by a HIT of 4; that must be 1 to 3, or raise --per-hit"},
        BadFlags{"EndlessHits", "--per-hit 4 --hits-per-item inf",
                 "--hits-per-item: 'inf' is neither 'auto' nor 1 to 1000000"},
        BadFlags{"TooManyHits", "--per-hit 4 --hits-per-item 1e300", "--hits-per-item: '1e300' is neither"},
        BadFlags{"HalfAnItem", "--per-hit 2.5", "--per-hit: '2.5' is no whole number"},
        BadFlags{"TwoAndNothing", "--per-hit 2.0", "--per-hit: '2.0' is no whole number"},
        BadFlags{"EndlessOverlap", "--per-hit 4 --overlap inf", "--overlap: 'inf' is no whole number"},
        BadFlags{"NoReward", "--per-hit 4 --reward nan", "--reward: 'nan' is no number"},
        BadFlags{"LargeSeed", "--per-hit 4 --seed 18446744073709551616",
                 "--seed: '18446744073709551616' is no whole number of 0 to 18446744073709551615"},
        BadFlags{"NegativeSeed", "--per-hit 4 --seed -1", "--seed: '-1' is no whole number of 0 to"},
        BadFlags{"HitsOfADealtDesign", "--per-hit 4 --hits 9",
                 "--hits is of --design adaptive; add that or leave --hits out"},
        BadFlags{"CarriedOfAnotherDesign", "--per-hit 4 --carried 1",
                 "--carried is of --design kernel; add that or leave --carried out"},
        BadFlags{"GroupsOfAnotherForm", "--per-hit 4 --to toloka --groups 3",
                 "--groups is of --to label-studio; add that or leave --groups out"},
        BadFlags{"HitsAnItemOfExhaustive", "--per-hit 4 --design exhaustive --hits-per-item 2",
                 "--hits-per-item is of --design random, balanced, connected or kernel"},
        BadFlags{"HitsAnItemOfAdaptive", "--per-hit 4 --design adaptive --hits-per-item 2",
                 "--hits-per-item is of --design random, balanced, connected or kernel"}),
    [](const auto& bad) { return std::string(bad.param.name); });

}  // namespace
}  // namespace crowdclust::testing
