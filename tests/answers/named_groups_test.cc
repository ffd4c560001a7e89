#include "answers/named_groups.h"

#include <gmock/gmock.h>

#include <array>

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

TEST(GroupNamer, NumbersGroupsByFirstAppearance) {
  GroupNamer namer;
  const RawAssignment raw = {.items = {"x", "y", "z", "u", "v"}, .groups = {"b", std::nullopt, "a", "", "b"}};
  for (int again = 0; again < 2; ++again) {
    const NamedGroups& groups = namer.Name(raw);
    EXPECT_THAT(groups.group_of_item, ElementsAre(0, -1, 1, -1, 0));
    EXPECT_THAT(groups.names, ElementsAre("b", "a"));
    EXPECT_EQ(groups.rows, 3);
    EXPECT_EQ(groups.NameOf(1), "");
    EXPECT_EQ(groups.NameOf(4), "b");
  }
}

TEST(GroupNamer, NamesAreWhatGroupsAreCalledKeptApart) {
  GroupNamer namer;
  const RawAssignment raw = {.items = {"x", "y", "z", "u", "v"},
                             .groups = {"i1", "i2", "i3", "i4", "i1"},
                             .words = {"red", "red", "red 2", "", "red"}};
  const NamedGroups& groups = namer.Name(raw);
  EXPECT_THAT(groups.group_of_item, ElementsAre(0, 1, 2, 3, 0));
  EXPECT_THAT(groups.names, ElementsAre("red", "red 2", "red 2 2", "i4"));
}

TEST(AvoidNames, PutsSpacesBehindUntilAllDiffer) {
  constexpr auto kReserved = std::to_array<std::string_view>({"_", "rank"});
  std::vector<std::string> names = {"_", "a", "_ ", "_  ", "rank"};
  EXPECT_EQ(AvoidNames(kReserved, &names), 2);
  EXPECT_THAT(names, ElementsAre("_   ", "a", "_ ", "_  ", "rank "));
  names = {"a", "__"};
  EXPECT_EQ(AvoidNames(kReserved, &names), 0);
  EXPECT_THAT(names, ElementsAre("a", "__"));
}

}  // namespace
}  // namespace crowdclust
