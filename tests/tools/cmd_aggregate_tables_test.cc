// aggregate and compare on tables of other forms, with other column names, and packed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/testing/gzip_bytes.h"
#include "tests/tools/aggregate_study.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

using ::testing::HasSubstr;

class AggregateTablesTest : public AggregateTest {
 protected:
  // The clusters of a table of the tiny study.
  std::string Clusters(const std::string& table, const std::string& flags = "") const {
    const ProgramRun run = Aggregate("table.csv", table, flags);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return Table("clusters.tsv");
  }

  // "header\n" and a line of each worker's each item.
  template <typename LineOf>
  static std::string Lines(const std::string& header, const LineOf& line_of) {
    std::string text = header + "\n";
    for (std::size_t w = 0; w < kTinyWorkers.size(); ++w) {
      for (std::size_t i = 0; i < kTinyItems.size(); ++i) text += line_of(w, i) + "\n";
    }
    return text;
  }
};

TEST_F(AggregateTablesTest, EveryTableOfTheSortsGivesTheSameClusters) {
  const std::string expected = Clusters(TinyLongTable());
  EXPECT_EQ(Clusters(Lines("user_id,card_id,category_id",
                           [](std::size_t w, std::size_t i) {
                             return std::string(kTinyWorkers[w]) + "," + kTinyItems[i] + "," +
                                    TinyGroup(w, i, "");
                           })),
            expected);
  EXPECT_EQ(Clusters(Lines("task,performer,label",
                           [](std::size_t w, std::size_t i) {
                             return std::string(kTinyItems[i]) + "," + kTinyWorkers[w] + "," +
                                    TinyGroup(w, i, "");
                           })),
            expected);
  std::string wide = "item";
  for (const char* worker : kTinyWorkers) wide += std::string(",") + worker;
  for (std::size_t i = 0; i < kTinyItems.size(); ++i) {
    wide += std::string("\n") + kTinyItems[i];
    for (std::size_t w = 0; w < kTinyWorkers.size(); ++w) wide += "," + TinyGroup(w, i, "NA");
  }
  EXPECT_EQ(Clusters(wide), expected);
  EXPECT_EQ(Clusters(wide.substr(4), "--format wide"), expected) << "without a name of the first column";
}

TEST_F(AggregateTablesTest, ColumnsOfOtherNamesAreMapped) {
  const std::string expected = Clusters(TinyLongTable());
  EXPECT_EQ(RunRecord()["options"]["map"].dump(), "{}");
  const std::string table = Lines("who,what,pile", [](std::size_t w, std::size_t i) {
    return std::string(kTinyWorkers[w]) + "," + kTinyItems[i] + "," + TinyGroup(w, i, "");
  });
  const std::string flags = "--map worker=who --map item=what --map group=pile";
  EXPECT_EQ(Clusters(table, flags), expected);
  EXPECT_EQ(RunRecord()["options"]["map"].dump(), R"({"group":"pile","item":"what","worker":"who"})");
  const auto path = scratch_.Write("table.csv", table);
  EXPECT_EQ(RunProgram("compare " + flags + " " + path.string() + " --methods majority").exit_code, 0);
}

TEST_F(AggregateTablesTest, AMapThatCannotBeIsSaid) {
  const auto refused = [&](const std::string& flags, int exit_code, const std::string& why) {
    const ProgramRun run = Aggregate("table.csv", TinyLongTable(), flags, "refused");
    EXPECT_EQ(run.exit_code, exit_code) << flags;
    EXPECT_THAT(run.err, HasSubstr(why));
    EXPECT_FALSE(std::filesystem::exists(Out("refused")));
  };
  refused("--map wroker=who", 2,
          "--map wroker=who: no key 'wroker'; nearest is 'worker' (keys: worker, item, ");
  refused("--map worker=who --format pairs", 2,
          "--map names columns of the long table, but --format is pairs; leave one of them out");
  refused("--map worker=wroker", 3, "table.csv:1: no column 'wroker'; nearest is 'worker' (columns: ");
}

TEST_F(AggregateTablesTest, PackedAnswersAreUnpackedAndMarkedAsTheyLie) {
  const std::string expected = Clusters(TinyLongTable());
  const std::string packed = GzipBytes(TinyLongTable());
  EXPECT_EQ(Clusters(packed), expected);
  EXPECT_EQ(RunRecord()["inputs"][0]["bytes"], packed.size());
  EXPECT_EQ(RunRecord()["inputs"][0]["sha256"], Sha256(packed));
  const ProgramRun run = Aggregate("cut.gz", packed.substr(0, packed.size() / 2), "", "refused");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("cut.gz: the gzip file is cut off; fetch it whole"));
}

TEST_F(AggregateTablesTest, IntruderAnswersHaveNoFormsOfGroupings) {
  const ProgramRun run = RunProgram("intruders score a b --out c --format pairs");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("--format: pairs not in {auto,toloka,table,jsonl}"));
}

}  // namespace
}  // namespace crowdclust::testing
