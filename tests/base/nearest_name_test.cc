#include "base/nearest_name.h"

#include <gtest/gtest.h>

#include <vector>

namespace crowdclust {
namespace {

using Names = std::vector<std::string>;

TEST(EditDistance, HandWorked) {
  EXPECT_EQ(EditDistance("", ""), 0);
  EXPECT_EQ(EditDistance("abc", ""), 3);
  EXPECT_EQ(EditDistance("", "abc"), 3);
  EXPECT_EQ(EditDistance("item", "itme"), 1) << "a swap of neighbours";
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3);
  EXPECT_EQ(EditDistance("worker", "workers"), 1);
  EXPECT_EQ(EditDistance("ca", "abc"), 3) << "nothing is put between two swapped letters";
}

TEST(EditDistance, Symmetric) {
  for (const char* a : {"item", "group", "", "hits"}) {
    for (const char* b : {"itme", "groups", "x", ""}) EXPECT_EQ(EditDistance(a, b), EditDistance(b, a));
  }
}

TEST(NearestName, FirstOfTheNearest) {
  EXPECT_EQ(NearestName("itme", Names{"worker", "item", "group"}), "item");
  EXPECT_EQ(NearestName("ITEM", Names{"worker", "item"}), "item") << "letter case does not count";
  EXPECT_EQ(NearestName("ab", Names{"ax", "bb", "xb"}), "ax");
  EXPECT_EQ(NearestName("ab", Names{}), "");
}

TEST(JoinNames, WithCommas) {
  EXPECT_EQ(JoinNames(Names{}), "");
  EXPECT_EQ(JoinNames(Names{"a"}), "a");
  EXPECT_EQ(JoinNames(Names{"a", "b c"}), "a, b c");
}

}  // namespace
}  // namespace crowdclust
