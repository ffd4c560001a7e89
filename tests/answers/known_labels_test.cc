#include "answers/known_labels.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using testing::ScratchFolder;

std::string RefusedLabels(std::string_view text, const std::string& item_column = "",
                          const std::vector<std::string>& label_columns = {}) {
  return ErrorOf([&] { ParseKnownLabels(text, "t.csv", item_column, label_columns); });
}

TEST(KnownLabels, TheItemColumnAndAllOthers) {
  const KnownLabels known =
      ParseKnownLabels("kind,item,colour\nboot,s1,red\nshoe,s2,red\nboot,s3,blue\n", "t.csv");
  EXPECT_THAT(known.items.names(), ElementsAre("s1", "s2", "s3"));
  ASSERT_EQ(known.columns.size(), 2u);
  EXPECT_EQ(known.columns[0].name, "kind");
  EXPECT_THAT(known.columns[0].labels.names(), ElementsAre("boot", "shoe"));
  EXPECT_THAT(known.columns[0].label_of_item, ElementsAre(0, 1, 0));
  EXPECT_EQ(known.columns[1].name, "colour");
  EXPECT_THAT(known.columns[1].label_of_item, ElementsAre(0, 0, 1));
}

TEST(KnownLabels, ElseTheFirstColumn) {
  EXPECT_THAT(ParseKnownLabels("url\tlabel\nu1\ta\n", "t").items.names(), ElementsAre("u1"));
}

TEST(KnownLabels, ColumnsMayBeNamed) {
  const std::vector<std::string> wanted = {"colour"};
  const KnownLabels known = ParseKnownLabels("kind,url,colour\nboot,s1,red\n", "t.csv", "url", wanted);
  EXPECT_THAT(known.items.names(), ElementsAre("s1"));
  ASSERT_EQ(known.columns.size(), 1u);
  EXPECT_EQ(known.columns[0].name, "colour");
}

TEST(KnownLabels, NamesAreTexts) {
  EXPECT_EQ(ParseKnownLabels("item,label\n1.1,a\n1.10,a\n1.100,b\n", "t").items.size(), 3);
}

TEST(KnownLabels, RefusesWhatIsWrong) {
  EXPECT_EQ(RefusedLabels("item,label\nx,a\n", "itme"),
            "t.csv:1: no column 'itme'; nearest is 'item' (columns: item, label)");
  EXPECT_EQ(RefusedLabels("item,label\nx,a\n", "", {"labels"}),
            "t.csv:1: no column 'labels'; nearest is 'label' (columns: item, label)");
  EXPECT_EQ(RefusedLabels("item,label\nx,a\ny,b\nx,a\n"), "t.csv:4: item 'x' stands twice; give it one row");
  EXPECT_EQ(RefusedLabels("item,label\nx,\n"), "t.csv:2: item 'x' has no label");
  EXPECT_EQ(RefusedLabels("item,label\n,a\n"), "t.csv:2: an item without a name");
  EXPECT_EQ(RefusedLabels("item,label\nx\n"),
            "t.csv:2: 1 cells where the header has 2; quote cells that hold the separator");
  EXPECT_EQ(RefusedLabels("item\nx\n"), "t.csv:1: no label column beside the items");
  EXPECT_EQ(RefusedLabels("item,label\n"), "t.csv: a header and no rows");
}

TEST(KnownLabels, ReadsFiles) {
  const ScratchFolder folder;
  EXPECT_EQ(ReadKnownLabels(folder.Write("t.csv", "item,label\nx,a\n")).items.size(), 1);
  EXPECT_EQ(ErrorOf([&] { ReadKnownLabels(folder.Write("e.csv", "")); }),
            (folder.path() / "e.csv").string() + ": empty file");
}

TEST(KnownLabels, ReadsRealTruths) {
  for (const char* name : {"scenes98", "scenes115", "scenes765"}) {
    CROWDCLUST_NEEDS_DATA(path, std::string(name) + "/truth.csv");
    EXPECT_EQ(ReadKnownLabels(path).columns[0].labels.size(), 13) << name;
  }
  CROWDCLUST_NEEDS_DATA(beers, "beers9/truth.csv");
  EXPECT_EQ(ReadKnownLabels(beers).columns.size(), 2u);
}

}  // namespace
}  // namespace crowdclust
