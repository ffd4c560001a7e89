#include "hits/read_items.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/error.h"
#include "tests/testing/gzip_bytes.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> Names(std::string_view text, const std::string& column = "") {
  return ParseItems(text, "items.txt", column).names();
}

std::string ErrorInItems(std::string_view text, const std::string& column = "") {
  try {
    ParseItems(text, "items.txt", column);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(ReadItemsTest, PlainLinesAreItemsWithoutTheWhiteSpaceAround) {
  EXPECT_THAT(Names("a.png\n  b c.png\t\r\n\n\nd.png"), ElementsAre("a.png", "b c.png", "d.png"));
}

TEST(ReadItemsTest, CommasAndQuotesBelongToPlainItems) {
  EXPECT_THAT(Names("one.png\ntwo, three.png\n"), ElementsAre("one.png", "two, three.png"));
  EXPECT_THAT(Names("http://h/w_1,h_2/a.png\nhttp://h/w_1,h_2/b.png\n"),
              ElementsAre("http://h/w_1,h_2/a.png", "http://h/w_1,h_2/b.png"));
  EXPECT_THAT(Names("\"x\" y.png\na \"b\".png\n"), ElementsAre("\"x\" y.png", "a \"b\".png"));
}

TEST(ReadItemsTest, TheItemColumnIsItemThenTheStudiesOwn) {
  EXPECT_THAT(Names("item\na\nb\n"), ElementsAre("a", "b"));
  EXPECT_THAT(Names("\n\nitem\na\n"), ElementsAre("a"));
  EXPECT_THAT(Names("\xEF\xBB\xBFitem\r\na\r\n"), ElementsAre("a"));
  EXPECT_THAT(Names("kind\titem\tINPUT:image\nboot\ta\tx\nheel\tb\ty\n"), ElementsAre("a", "b"));
  EXPECT_THAT(Names("image_url,INPUT:image\nu,x\nv,y\n"), ElementsAre("x", "y"));
  EXPECT_THAT(Names("image_url\nhttp://h/a\n"), ElementsAre("http://h/a"));
  EXPECT_THAT(Names("kind;item\nboot;a,b\n"), ElementsAre("a,b"));
}

TEST(ReadItemsTest, AFlagNamesTheColumn) {
  EXPECT_THAT(Names("kind,picture\nboot,\"a,1\"\nheel,b\n", "picture"), ElementsAre("a,1", "b"));
  EXPECT_THAT(Names("picture\na\n", "picture"), ElementsAre("a"));
  EXPECT_THAT(Names("item,other\na,b\n", "other"), ElementsAre("b"));
  EXPECT_THAT(ErrorInItems("kind,picture\nboot,a\n", "pictures"),
              HasSubstr("items.txt:1: no column 'pictures'; nearest is 'picture'"));
}

TEST(ReadItemsTest, ATableWithoutAKnownColumnIsAnErrorThatListsItsColumns) {
  EXPECT_THAT(ErrorInItems("kind,picture\nboot,a\nheel,b\n"),
              HasSubstr("--item-column (columns: kind, picture)"));
  EXPECT_THAT(ErrorInItems("kind\tpicture\nboot\ta\theel\n"),
              HasSubstr("--item-column (columns: kind, picture)"));
  EXPECT_THAT(ErrorInItems("kind;url\nboot;http://h/a\n"), HasSubstr("--item-column (columns: kind, url)"));
}

TEST(ReadItemsTest, AnItemTwiceIsAnErrorWithItsLine) {
  EXPECT_THAT(ErrorInItems("a\n\nb\n a\n"), HasSubstr("items.txt:4: item 'a' stands twice"));
  EXPECT_THAT(ErrorInItems("item\na\nb\na\n"), HasSubstr("items.txt:4: item 'a' stands twice"));
}

TEST(ReadItemsTest, OtherBadInput) {
  EXPECT_THAT(ErrorInItems(""), HasSubstr("empty file"));
  EXPECT_THAT(ErrorInItems("item\n"), HasSubstr("a header and no rows"));
  EXPECT_THAT(ErrorInItems("item,kind\n,boot\n"), HasSubstr("items.txt:2: an item without a name"));
  EXPECT_THAT(ErrorInItems("item,kind\na,boot,x\n"), HasSubstr("items.txt:2: 3 cells"));
  EXPECT_THAT(ErrorInItems("a\n\xFF\n"), HasSubstr("items.txt:2: not valid UTF-8"));
}

TEST(ReadItemsTest, ReadsWhatSpreadsheetsWrite) {
  EXPECT_THAT(Names("a.png\rb, c.png\r"), ElementsAre("a.png", "b, c.png"));
  EXPECT_THAT(Names("kind;item\rboot;a\rheel;b\r"), ElementsAre("a", "b"));
  EXPECT_THAT(Names("sep=;\r\nkind;item\r\nboot;a,b\r\n"), ElementsAre("a,b"));
  EXPECT_THAT(ErrorInItems("sep=;\nkind;picture\nboot;a\nheel\n"),
              HasSubstr("items.txt:2: a table without a column 'item'; name its item column by --item-column "
                        "(columns: kind, picture)"));
}

TEST(ReadItemsTest, ReadsFiles) {
  const testing::ScratchFolder folder;
  EXPECT_THAT(ReadItems(folder.Write("i.txt", "a\nb\n")).names(), ElementsAre("a", "b"));
  EXPECT_THAT(ReadItems(folder.Write("i.gz", testing::GzipBytes("a\nb\n"))).names(), ElementsAre("a", "b"));
  EXPECT_THROW(ReadItems(folder.path() / "missing.txt"), InputError);
}

TEST(ReadItemsTest, APrefixMakesAddresses) {
  NameIndex items;
  items.Add("a.png");
  items.Add("b c.png");
  const NameIndex prefixed = WithPrefix("https://x.org/", items);
  EXPECT_EQ(prefixed.names(), (std::vector<std::string>{"https://x.org/a.png", "https://x.org/b c.png"}));
  EXPECT_EQ(WithPrefix("", items).names(), items.names());
}

}  // namespace
}  // namespace crowdclust
