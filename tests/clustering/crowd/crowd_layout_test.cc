#include "clustering/crowd/crowd_layout.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/clustering/crowd/random_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

Answers SomeAnswers(std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  return testing::RandomAnswers(30, 4, 25, 9, &random);
}

TEST(CrowdLayout, HoldsEveryPairOnce) {
  const Answers answers = SomeAnswers(1);
  const CrowdLayout layout = MakeCrowdLayout(answers);
  EXPECT_EQ(layout.num_pairs, NumPairs(answers));
  std::int64_t rows = 0;
  for (int item = 0; item < layout.num_items; ++item) {
    for (const ItemPlace& place : layout.PlacesOf(item)) {
      EXPECT_EQ(layout.ItemAt(place), item);
      ++rows;
    }
  }
  std::int64_t expected = 0;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    if (answers.RowsOf(p) >= 2) expected += answers.RowsOf(p);
  }
  EXPECT_EQ(rows, expected);
}

TEST(CrowdLayout, PlacesAreInOrder) {
  const CrowdLayout layout = MakeCrowdLayout(SomeAnswers(2));
  std::size_t places = 0;
  for (int worker = 0; worker < layout.num_workers; ++worker) {
    int last = -1;
    for (const ItemPlace& at : layout.PlacesOfWorker(worker)) {
      EXPECT_EQ(layout.WorkerAt(at), worker);
      EXPECT_GE(layout.ItemAt(at), last);
      last = layout.ItemAt(at);
      ++places;
    }
  }
  EXPECT_EQ(places, static_cast<std::size_t>(layout.num_rows));
  for (int item = 0; item < layout.num_items; ++item) {
    int last = -1;
    for (const ItemPlace& at : layout.PlacesOf(item)) {
      EXPECT_GE(layout.WorkerAt(at), last);
      last = layout.WorkerAt(at);
    }
  }
}

TEST(CrowdLayout, PooledIsOneWorkers) {
  const CrowdLayout layout = MakeCrowdLayout(SomeAnswers(2));
  const CrowdLayout pooled = PooledLayout(layout);
  EXPECT_EQ(pooled.num_workers, 1);
  EXPECT_EQ(pooled.num_pairs, layout.num_pairs);
  EXPECT_EQ(std::ssize(pooled.PlacesOfWorker(0)), layout.num_rows);
  EXPECT_EQ(pooled.item_in_class, layout.item_in_class);
}

TEST(CrowdLayout, ItemsOfAClassNeverMeet) {
  for (std::uint64_t stream = 1; stream < 20; ++stream) {
    const Answers answers = SomeAnswers(stream);
    const CrowdLayout layout = MakeCrowdLayout(answers);
    std::set<int> all;
    for (std::size_t c = 0; c + 1 < layout.first_of_class.size(); ++c) {
      std::set<int> assignments;
      for (std::int64_t i = layout.first_of_class[c]; i < layout.first_of_class[c + 1]; ++i) {
        const int item = layout.item_in_class[static_cast<std::size_t>(i)];
        EXPECT_TRUE(all.insert(item).second);
        for (const ItemPlace& place : layout.PlacesOf(item))
          EXPECT_TRUE(assignments.insert(place.assignment).second);
      }
    }
    EXPECT_EQ(static_cast<int>(all.size()), answers.num_items());
  }
}

}  // namespace
}  // namespace crowdclust
