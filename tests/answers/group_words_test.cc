#include "answers/group_words.h"

#include <gmock/gmock.h>

#include <vector>

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

TEST(WordOfName, IsTheNameWithoutWhiteSpaceAround) {
  EXPECT_EQ(WordOfName(" Flat  shoes\t"), "Flat  shoes");
  EXPECT_EQ(WordOfName("\r\nübrig"), "übrig");
  EXPECT_EQ(WordOfName(" \t\n"), "");
  EXPECT_EQ(WordOfName(""), "");
}

TEST(WordOfName, NumbersAreNone) {
  for (const char* number : {"2", " 17 ", "-1", "2.50", "1e3", "0", ".5", "1e999"})
    EXPECT_EQ(WordOfName(number), "") << number;
  for (const char* word : {"2nd", "1,5", "g1", "nan", "inf", "e", "-", "0x10", "1 2"})
    EXPECT_EQ(WordOfName(word), word);
}

TEST(GroupWords, AreIndicesByAssignmentAndGroup) {
  GroupWords words;
  EXPECT_EQ(words.Of(7, 3), -1);  // no word anywhere
  StartWithoutWords(std::vector{2, 1}, &words);
  AddGroupNames(std::vector<std::string_view>{"red", "2", " blue"}, &words);
  AddGroupNames(std::vector<std::string_view>{"blue", "Red"}, &words);
  EXPECT_THAT(words.words.names(), ElementsAre("red", "blue", "Red"));
  EXPECT_THAT(words.first_group, ElementsAre(0, 2, 3, 6, 8));
  EXPECT_EQ(words.Of(0, 1), -1);
  EXPECT_EQ(words.Of(1, 0), -1);
  EXPECT_EQ(words.Of(2, 0), 0);
  EXPECT_EQ(words.Of(2, 1), -1);
  EXPECT_EQ(words.Of(2, 2), 1);
  EXPECT_EQ(words.Of(3, 0), 1);
  EXPECT_EQ(words.Of(3, 1), 2);
}

TEST(GroupWords, OneWordIsEnough) {
  EXPECT_FALSE(HasWord({}));
  EXPECT_FALSE(HasWord(std::vector<std::string_view>{"1", " "}));
  EXPECT_TRUE(HasWord(std::vector<std::string_view>{"1", "b"}));
}

}  // namespace
}  // namespace crowdclust
