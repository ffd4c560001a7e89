#include "base/delimited_text.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

using Cells = std::vector<std::string>;

std::vector<Cells> ReadAll(std::string_view text, char separator = ',') {
  DelimitedReader reader(text, "t.csv", {.separator = separator});
  std::vector<Cells> rows;
  for (TextRow row; reader.Next(&row);) rows.push_back(row.cells);
  return rows;
}

std::string RefusedTable(std::string_view text) {
  try {
    TableReader table(text, "t.csv");
    for (TextRow row; table.Next(&row);) {
    }
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(DelimitedReader, SplitsRecords) {
  EXPECT_THAT(ReadAll("a,b\nc,d\n"), ElementsAre(Cells{"a", "b"}, Cells{"c", "d"}));
  EXPECT_THAT(ReadAll("a,b\r\nc,\r\n,d"), ElementsAre(Cells{"a", "b"}, Cells{"c", ""}, Cells{"", "d"}));
  EXPECT_THAT(ReadAll("a b\t c \t", '\t'), ElementsAre(Cells{"a b", " c ", ""}));
  EXPECT_THAT(ReadAll("a\rb,c\n"), ElementsAre(Cells{"a\rb", "c"})) << "a lone return is a character";
}

TEST(DelimitedReader, UndoesQuotes) {
  EXPECT_THAT(ReadAll("\"a,b\",\"c\nd\",\"\"\r\n\"say \"\"hi\"\"\",\"\"\"\",x\n"),
              ElementsAre(Cells{"a,b", "c\nd", ""}, Cells{"say \"hi\"", "\"", "x"}));
  EXPECT_THAT(ReadAll("5\" disk,a\"\"b\n"), ElementsAre(Cells{"5\" disk", "a\"\"b"}))
      << "a quote inside a cell is a character";
}

TEST(DelimitedReader, PassesOverEmptyRowsAndKeepsLineNumbers) {
  DelimitedReader reader("\na,\"x\ny\"\n\n,\n\"\"\n\nb\n", "t", {});
  TextRow row;
  ASSERT_TRUE(reader.Next(&row));
  EXPECT_EQ(row.line, 2);
  ASSERT_TRUE(reader.Next(&row));
  EXPECT_EQ(row.line, 8);
  EXPECT_THAT(row.cells, ElementsAre("b"));
  EXPECT_FALSE(reader.Next(&row));
  EXPECT_FALSE(reader.Next(&row));
}

TEST(DelimitedReader, ViewsAreTheSameCells) {
  const std::string text = "a,\"b\"\"c\",\"d\"\"\"\n\"e\",f,\"\"\"\"\"\"\n";
  DelimitedReader texts(text, "t", {}), views(text, "t", {});
  TextRow row;
  RowView view;
  while (texts.Next(&row)) {
    ASSERT_TRUE(views.Next(&view));
    EXPECT_EQ(view.line, row.line);
    EXPECT_EQ(Cells(view.cells.begin(), view.cells.end()), row.cells);
  }
  EXPECT_FALSE(views.Next(&view));
}

TEST(DelimitedReader, WrittenRowsAreReadBack) {
  Random random(testing::TestSeed());
  constexpr std::string_view kPieces = "ab\",\t;\r\n'é ";
  for (const char separator : {',', '\t', ';'}) {
    std::vector<Cells> rows;
    std::string text;
    for (int r = 0; r < 200; ++r) {
      Cells cells(1 + static_cast<std::size_t>(random.Below(4)));
      for (std::string& cell : cells) {
        for (int n = random.Below(5); n > 0; --n)
          cell += kPieces[static_cast<std::size_t>(random.Below(kPieces.size()))];
      }
      cells[0] += "x";  // not an empty row
      rows.push_back(cells);
      AppendRow(cells, separator, &text);
    }
    EXPECT_EQ(ReadAll(text, separator), rows);
  }
}

TEST(TableReader, FindsColumns) {
  TableReader table("item;label\nx;1\n", "t.csv");
  EXPECT_THAT(table.columns(), ElementsAre("item", "label"));
  EXPECT_EQ(table.Find("label"), 1);
  EXPECT_EQ(table.Find("Label"), -1);
  EXPECT_EQ(table.Require("item"), 0);
  EXPECT_THROW(table.Require("lable"), InputError);
  TextRow row;
  ASSERT_TRUE(table.Next(&row));
  EXPECT_EQ(row.line, 2);
  EXPECT_FALSE(table.Next(&row));
}

TEST(TableReader, ReturnsAloneEndLines) {
  const std::string text("a;b\r1;\"x\ny\"\r;\r2;\r\r");
  TableReader table(text, "t.csv");
  TextRow row;
  ASSERT_TRUE(table.Next(&row));
  EXPECT_THAT(row.cells, ElementsAre("1", "x\ny"));
  ASSERT_TRUE(table.Next(&row));
  EXPECT_THAT(row.cells, ElementsAre("2", ""));
  EXPECT_EQ(row.line, 4);
  EXPECT_FALSE(table.Next(&row));
}

TEST(TableReader, PassesOverTheLineThatSaysTheSeparator) {
  const std::string text = "sep=;\r\na,1;b\r\n1;2,5\r\n";
  TableReader table(text, "t.csv");
  EXPECT_THAT(table.columns(), ElementsAre("a,1", "b"));
  TextRow row;
  ASSERT_TRUE(table.Next(&row));
  EXPECT_EQ(row.line, 3);
  EXPECT_THAT(row.cells, ElementsAre("1", "2,5"));
  EXPECT_EQ(table.offset(), text.size());
}

TEST(TableReader, TheFirstColumnMayBeUnnamedWhereAsked) {
  EXPECT_THAT(TableReader(",ann,bob\n", "t.csv", FirstColumn::kMayBeUnnamed).columns(),
              ElementsAre("", "ann", "bob"));
  EXPECT_THROW(TableReader("ann,,bob\n", "t.csv", FirstColumn::kMayBeUnnamed), InputError);
}

TEST(TableReader, RefusesWhatIsWrong) {
  EXPECT_EQ(RefusedTable("\n\n"), "t.csv: empty file");
  EXPECT_EQ(RefusedTable("sep=;\n"), "t.csv: empty file");
  const std::string cure =
      " of the header has no name; name it, or delete the column (pandas writes its index as one unless "
      "index=False is given)";
  EXPECT_EQ(RefusedTable("sep=;\n;a\n"), "t.csv:2: column 1" + cure);
  EXPECT_EQ(RefusedTable("a,,b\n"), "t.csv:1: column 2" + cure);
  EXPECT_EQ(RefusedTable("a,b,a\n"), "t.csv:1: column 'a' stands twice in the header");
  EXPECT_EQ(RefusedTable("a,b\n1,2\n1,2,3\n"),
            "t.csv:3: 3 cells where the header has 2; quote cells that hold the separator");
  EXPECT_EQ(RefusedTable("a,b\n1,\"2\n3\n"), "t.csv:2: a quote opens here and never closes");
  EXPECT_EQ(RefusedTable("a,b\n1,\"2\" 3\n"),
            "t.csv:2: text after a closing quote; double the quotes inside a quoted cell");
}

}  // namespace
}  // namespace crowdclust
