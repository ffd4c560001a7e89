#include "answers/pair_names.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

// "HIT assignment" of the second pair of an assignment of so many items, and whether it got a number.
std::string NamesOf(std::string_view hit, std::string_view id, std::size_t items) {
  RawAssignment raw = {.hit = hit, .assignment = id, .worker = "w"};
  raw.items.assign(items, "x");
  raw.groups.assign(items, "1");
  GroupNamer namer;
  const std::string place = "in";
  bool numbered = false;
  const PairNames names =
      NamesOfPair({.place = place, .raw = raw, .groups = namer.Name(raw), .number = 1}, 2, &numbered);
  return names.hit + " " + names.assignment + (numbered ? " numbered" : "");
}

TEST(NamesOfPair, PairsOfMoreItemsAreHitsOfTheirOwn) {
  EXPECT_EQ(NamesOf("h1", "a1", 3), "h1#2 a1 numbered");
  EXPECT_EQ(NamesOf("", "a1", 3), " a1#2 numbered");
  EXPECT_EQ(NamesOf("", "", 3), " ");
}

TEST(NamesOfPair, TwoItemsKeepTheirNames) {
  EXPECT_EQ(NamesOf("h1", "a1", 2), "h1 a1");
  EXPECT_EQ(NamesOf("", "a1", 2), " a1");
  EXPECT_EQ(NamesOf("h#", "a1#2", 2), "h# a1#2");
  EXPECT_EQ(NamesOf("h#2x", "", 2), "h#2x ");
}

TEST(NamesOfPair, ANameThatLooksLikeAPairsIsNoOther) {
  EXPECT_EQ(NamesOf("h1#2", "a1", 2), "h1#2#2 a1 numbered");
  EXPECT_EQ(NamesOf("", "a1#34", 2), " a1#34#2 numbered");
  EXPECT_EQ(NamesOf("#7", "", 2), "#7#2  numbered");
}

}  // namespace
}  // namespace crowdclust
