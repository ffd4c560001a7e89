#include "hits/toloka_hint.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(TolokaHint, NamesGroupsByPositions) {
  const Hit hit{.name = "t1", .items = {9, 8, 7, 6}, .kind = HitKind::kTraining, .known_group = {0, 1, 0, 2}};
  EXPECT_EQ(TolokaHint(hit), "The right groups: 1, 3; 2; 4. Items are counted in the order shown.");
}

}  // namespace
}  // namespace crowdclust
