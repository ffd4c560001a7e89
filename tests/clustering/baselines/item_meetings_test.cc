#include "clustering/baselines/item_meetings.h"

#include <gtest/gtest.h>

#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(CountMeetings, CountsEveryPairOfEveryItem) {
  Random random(testing::TestSeed(), 1);
  const Answers answers = testing::PlantAnswers(
      {.items = 30, .clusters = 3, .workers = 4, .assignments = 25, .per_hit = 5, .noise = 0.3}, &random);
  const ItemPlaces places = PlaceItems(answers);
  ItemMeetings meetings = NoMeetings(30);
  double all_seen = 0, all_same = 0;
  for (int i = 0; i < 30; ++i) {
    CountMeetings(answers, places, i, &meetings);
    std::vector<int> seen(30), same(30);
    std::size_t companions = 0;
    for (std::int64_t p = 0; p < 25; ++p) {
      const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
      for (std::size_t a = 0; a < items.size(); ++a) {
        for (std::size_t b = 0; b < items.size(); ++b) {
          if (items[a] != i || a == b) continue;
          companions += seen[static_cast<std::size_t>(items[b])]++ == 0;
          same[static_cast<std::size_t>(items[b])] += groups[a] == groups[b];
        }
      }
    }
    EXPECT_EQ(meetings.companion.size(), companions);
    for (std::size_t k = 0; k < 30; ++k) {
      EXPECT_EQ(meetings.with[k].seen, seen[k]);
      EXPECT_EQ(meetings.with[k].same, same[k]);
      all_seen += seen[k];
      all_same += same[k];
    }
  }
  EXPECT_DOUBLE_EQ(ShareTogether(answers), all_same / all_seen);
}

TEST(ShareTogether, IsZeroWithoutPairs) { EXPECT_EQ(ShareTogether(Answers{}), 0); }

}  // namespace
}  // namespace crowdclust
