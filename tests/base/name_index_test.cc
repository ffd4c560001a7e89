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

TEST(NameIndex, AMillionNamesOfAllLengths) {
  constexpr int kNames = 1'000'000;
  const auto name = [](int i) {
    return std::string(static_cast<std::size_t>(i % 40), 'x') + std::to_string(i);
  };
  NameIndex names;
  for (int i = 0; i < kNames; ++i) ASSERT_EQ(names.Add(name(i)), i);
  names.Shrink();
  ASSERT_EQ(names.size(), kNames);
  for (int i = 0; i < kNames; i += 7) {
    ASSERT_EQ(names.Find(name(i)), i);
    ASSERT_EQ(names.Name(i), name(i));
    ASSERT_EQ(names.Find(name(i) + "."), -1);
  }
  EXPECT_EQ(names.Add("new"), kNames);
}

TEST(NameIndex, NothingIsFoundInNone) {
  const NameIndex names;
  EXPECT_EQ(names.Find(""), -1);
  EXPECT_EQ(names.size(), 0);
}

}  // namespace
}  // namespace crowdclust
