#include "base/name_index.h"

#include <gmock/gmock.h>

#include <utility>

namespace crowdclust {
namespace {

TEST(NameIndex, IndicesAreInOrderOfFirstAppearance) {
  NameIndex names;
  EXPECT_EQ(names.Add("b"), 0);
  EXPECT_EQ(names.Add("a"), 1);
  EXPECT_EQ(names.Add("b"), 0);
  EXPECT_EQ(names.size(), 2);
  EXPECT_THAT(names.names(), ::testing::ElementsAre("b", "a"));
}

TEST(NameIndex, NamesAreTextsToTheLetter) {
  NameIndex names;
  for (const char* name : {"1.1", "1.10", "01.1", "", " 1.1", "A", "a"}) names.Add(name);
  EXPECT_EQ(names.size(), 7);
  EXPECT_EQ(names.Find("1.100"), -1);
  EXPECT_EQ(names.Find(""), 3);
}

TEST(NameIndex, ManyNamesAndCopies) {
  NameIndex names;
  for (int i = 0; i < 10000; ++i) EXPECT_EQ(names.Add("name" + std::to_string(i)), i);
  const NameIndex copy = names;
  const NameIndex moved = std::move(names);
  for (int i = 0; i < 10000; ++i) {
    EXPECT_EQ(copy.Find(moved.Name(i)), i);
    EXPECT_EQ(moved.Find(copy.Name(i)), i);
  }
}

}  // namespace
}  // namespace crowdclust
