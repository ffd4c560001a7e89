#include "answers/made_up_name.h"

#include <gmock/gmock.h>

#include <set>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using ::testing::MatchesRegex;

std::string NameOf(const RawAssignment& raw, std::int64_t number) {
  GroupNamer namer;
  const std::string place = "in";
  return MadeUpName({.place = place, .raw = raw, .groups = namer.Name(raw), .number = number});
}

TEST(MadeUpName, IsOfTheAssignmentAlone) {
  const RawAssignment ann = testing::AnnsSort();
  EXPECT_THAT(NameOf(ann, 17), MatchesRegex("17-[0-9a-f]{12}"));
  EXPECT_EQ(NameOf(ann, 17), NameOf(ann, 17));
  std::set<std::string> digests;
  const auto add = [&digests](const RawAssignment& raw, std::int64_t number) {
    digests.insert(NameOf(raw, number).substr(NameOf(raw, number).find('-')));
  };
  add(ann, 1);
  add(ann, 2);
  RawAssignment other = ann;
  other.worker = "anna";
  add(other, 1);
  other = ann;
  other.items[0] = "pple";
  other.worker = "anna";
  add(other, 1);
  other = ann;
  other.groups[1] = "fruit";
  add(other, 1);
  EXPECT_EQ(digests.size(), 5U);
}

TEST(OwnId, IsTheIdWhereNoOtherHasIt) {
  const RawAssignment ann = testing::AnnsSort(), bob = testing::BobsSort();
  GroupNamer namer;
  const std::string place = "in";
  WriteCounts counts;
  AssignmentToWrite own = {
      .place = place, .raw = ann, .groups = namer.Name(ann), .number = 3, .has_own_id = true};
  EXPECT_EQ(OwnId(own, &counts), "a1");
  EXPECT_EQ(counts.Of(WriteCount::kIdMadeUp), 0);
  own.has_own_id = false;
  EXPECT_EQ(OwnId(own, &counts), "a1#" + NameOf(ann, 3));
  EXPECT_EQ(OwnId({.place = place, .raw = bob, .groups = namer.Name(bob), .number = 4}, &counts),
            NameOf(bob, 4));
  EXPECT_EQ(counts.Of(WriteCount::kIdMadeUp), 2);
}

}  // namespace
}  // namespace crowdclust
