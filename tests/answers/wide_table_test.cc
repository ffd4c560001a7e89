#include "answers/wide_table.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "base/random.h"
#include "tests/answers/reading.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::ErrorOf;
using testing::Spell;

using Reader = void (*)(const AnswersText&, const AssignmentSink&);

std::string ReadWide(Reader reader, std::string_view text) {
  AnswersBuilder builder;
  reader({text, "a.csv"}, builder.Sink());
  return Spell(builder.Finish());
}

std::string RefusedWide(Reader reader, std::string_view text) {
  return ErrorOf([&] { ReadWide(reader, text); });
}

TEST(WideTable, AColumnIsAnAssignment) {
  for (const std::string first : {"item", "", "\"\"", "product"}) {
    EXPECT_EQ(ReadWide(ReadWideTable, first + ",ann,bob\napple,1,a\npear,1,b\nbus,2,b\n"),
              "ann -: apple0 pear0 bus1; bob -: apple0 pear1 bus1")
        << first;
  }
}

TEST(WideTable, EmptyCellsAndNaAreNoGroup) {
  AnswersBuilder builder;
  ReadWideTable({"item,ann,bob,cal\nx,,1,\ny,NA,1,NA\nz,1,,\nu,1,NA,\n", "a.csv"}, builder.Sink());
  EXPECT_EQ(builder.intake().items_without_group, 8);
  EXPECT_EQ(builder.intake().without_pairs, 1);
  EXPECT_EQ(Spell(builder.Finish()), "ann -: z0 u0; bob -: x0 y0");
}

TEST(WideTable, RowsMayBeWorkers) {
  for (const std::string first : {"worker", "", "judge"}) {
    EXPECT_EQ(ReadWide(ReadWideWorkersTable, first + ",apple,pear,bus\nann,1,1,2\nbob,a,,NA\n"),
              "ann -: apple0 pear0 bus1; bob -: apple0")
        << first;
  }
}

TEST(WideTable, BothWaysReadTheSame) {
  Random random(testing::TestSeed());
  constexpr int kNumItems = 7, kNumWorkers = 5;
  std::vector<std::vector<std::string>> group(kNumItems, std::vector<std::string>(kNumWorkers));
  for (auto& row : group) {
    for (std::string& cell : row) cell = random.Chance(0.2) ? "" : std::to_string(random.Below(3));
    row[0] = "1";  // items appear in one order both ways
  }
  std::string wide = "item", turned = "worker";
  for (int w = 0; w < kNumWorkers; ++w) wide += ",w" + std::to_string(w);
  for (int i = 0; i < kNumItems; ++i) turned += ",i" + std::to_string(i);
  for (std::size_t i = 0; i < kNumItems; ++i) {
    wide += "\ni" + std::to_string(i);
    for (const std::string& cell : group[i]) wide += "," + cell;
  }
  for (std::size_t w = 0; w < kNumWorkers; ++w) {
    turned += "\nw" + std::to_string(w);
    for (std::size_t i = 0; i < kNumItems; ++i) turned += "," + group[i][w];
  }
  EXPECT_EQ(ReadWide(ReadWideTable, wide), ReadWide(ReadWideWorkersTable, turned));
}

TEST(WideTable, SaysWhatIsWrong) {
  EXPECT_EQ(RefusedWide(ReadWideTable, "item\nx\n"),
            "a.csv:1: one column; a column for each worker is needed beside the items");
  EXPECT_EQ(RefusedWide(ReadWideTable, "worker,x,y\nann,1,1\n"),
            "a.csv:1: the first column is called 'worker', but its cells are read as items; give --format "
            "wide-workers, or another name");
  EXPECT_THAT(RefusedWide(ReadWideTable, "item,ann,\nx,1,1\n"),
              ::testing::HasSubstr("a.csv:1: column 3 of the header has no name; name it"));
  EXPECT_EQ(RefusedWide(ReadWideTable, "item,ann,ann\nx,1,1\n"),
            "a.csv:1: column 'ann' stands twice in the header");
  EXPECT_EQ(RefusedWide(ReadWideTable, "item,ann,bob\nx,1,1\n,1,1\n"),
            "a.csv:3: an empty item, of worker 'ann'; name every item");
  EXPECT_EQ(
      RefusedWide(ReadWideTable, "item,ann,bob\nx,1,1\nx,1,2\n"),
      "a.csv:3: item 'x' stands twice in the answer of worker 'ann' (first in line 2); give an item one "
      "group, and each of several answers an assignment id of its own");
}

TEST(WideTable, SaysWhatIsWrongWhereRowsAreWorkers) {
  EXPECT_EQ(RefusedWide(ReadWideWorkersTable, "worker\nann\n"),
            "a.csv:1: one column; a column for each item is needed beside the workers");
  EXPECT_EQ(RefusedWide(ReadWideWorkersTable, "item,ann,bob\nx,1,1\n"),
            "a.csv:1: the first column is called 'item', but its cells are read as workers; give --format "
            "wide, or another name");
  EXPECT_EQ(RefusedWide(ReadWideWorkersTable, "worker,x,y\nann,1,1\n,1,1\n"),
            "a.csv:3: an empty worker; name who answered");
  EXPECT_EQ(RefusedWide(ReadWideWorkersTable, "worker,x,y\nann,1,1\nbob,1,1\nann,1,1\n"),
            "a.csv:4: worker 'ann' stands twice (first in line 2); give a worker one row, or in a long table "
            "name its columns by --map");
}

}  // namespace
}  // namespace crowdclust
