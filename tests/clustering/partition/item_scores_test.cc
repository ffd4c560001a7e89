#include "clustering/partition/item_scores.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/special.h"
#include "clustering/partition/item_mover.h"
#include "clustering/partition/partition_search.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

constexpr double kScatter = 0.3;

PartitionLayout SomeLayout(std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  return MakePartitionLayout(testing::PlantAnswers(
      {.items = 14, .clusters = 3, .workers = 2, .assignments = 10, .noise = 0.4}, &random));
}

TEST(ScatterTables, HoldTheirLogarithms) {
  const PartitionLayout layout = SomeLayout(1);
  const ScatterTables tables = MakeScatterTables(layout, kScatter);
  for (std::size_t n = 0; n < tables.log_count.size(); ++n) {
    const double count = static_cast<double>(n);
    EXPECT_NEAR(tables.log_count[n], std::log(kScatter + count), 1e-14);
    EXPECT_NEAR(tables.evidence_of_count[n], LogGamma(kScatter) - LogGamma(kScatter + count), 1e-12);
  }
  for (std::size_t s = 0; s < layout.shares.size(); ++s) {
    const double b = layout.shares[s].value();
    for (int n = 0; n <= layout.shares[s].size; ++n) {
      const int share = static_cast<int>(s);
      EXPECT_NEAR(tables.LogSame(share, n), std::log((kScatter * b + n) / b), 1e-12);
      EXPECT_NEAR(tables.EvidenceOfSame(share, n), LogGamma(kScatter * b + n) - LogGamma(kScatter * b),
                  1e-12);
    }
  }
}

// After any moves, a gain is the difference of two evidences without the process.
TEST(ItemScores, GainsAreDifferencesOfTheEvidence) {
  const PartitionLayout layout = SomeLayout(2);
  const ScatterTables tables = MakeScatterTables(layout, kScatter);
  ItemScores scores(layout, tables, std::vector<int>(14, 0));
  Random random(testing::TestSeed(), 3);
  for (int move = 0; move < 200; ++move) {
    const int item = random.Below(14);
    scores.TakeOut(item);
    std::vector<int> alone = scores.labels();
    const int own_slot = scores.num_slots() + 5;
    alone[static_cast<std::size_t>(item)] = own_slot;
    const double before = GroupingEvidence(layout, kScatter, alone);
    std::map<int, double> gain;
    for (const ItemScores::Gain& one : scores.GainsOf(item)) {
      EXPECT_TRUE(gain.emplace(one.slot, one.value).second);
      EXPECT_GT(scores.size(one.slot), 0);
    }
    for (int slot = 0; slot < scores.num_slots(); ++slot) {
      std::vector<int> moved = alone;
      moved[static_cast<std::size_t>(item)] = slot;
      const double expected = scores.size(slot) == 0 ? 0 : GroupingEvidence(layout, kScatter, moved) - before;
      EXPECT_NEAR(gain[slot], expected, 1e-9);
    }
    const int empty = scores.EmptySlot();
    EXPECT_EQ(scores.size(empty), 0);
    for (int slot = 0; slot < empty; ++slot) EXPECT_GT(scores.size(slot), 0);
    scores.PutIn(item, random.Below(scores.num_slots()));
  }
}

// Over many sweeps the partitions of three items come as often as evidence^(1 / T) says.
TEST(DrawItems, DrawsByWeight) {
  const PartitionPrior prior{.scatter = kScatter, .concentration = 1.5};
  for (const double temperature : {1.0, 3.0}) {
    Answers small;
    for (int i = 0; i < 3; ++i) small.items.Add(std::to_string(i));
    small.workers.Add("w");
    for (int p = 0; p < 3; ++p) {
      for (int i = 0; i < 3; ++i) {
        small.item_of_row.push_back(i);
        small.group_of_row.push_back(p == 2 ? i % 2 : (i == p ? 1 : 0));
      }
      small.worker_of_assignment.push_back(0);
      small.hit_of_assignment.push_back(-1);
      small.seconds.push_back(0);
      small.first_row.push_back(small.num_rows());
    }
    const PartitionLayout three = MakePartitionLayout(small);
    const ScatterTables three_tables = MakeScatterTables(three, kScatter);
    const std::vector<std::vector<int>> partitions = {{0, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 1, 1}, {0, 1, 2}};
    std::vector<double> weight;
    double total = 0;
    for (const auto& labels : partitions) {
      weight.push_back(std::exp(PartitionEvidence(three, prior, labels) / temperature));
      total += weight.back();
    }
    ItemScores scores(three, three_tables, {0, 0, 0});
    Random random(testing::TestSeed(), 5);
    std::vector<double> seen(partitions.size());
    constexpr int kSweeps = 60000;
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      DrawItems(temperature, prior.concentration, &random, &scores);
      std::map<int, int> name;
      std::vector<int> labels;
      for (const int label : scores.labels())
        labels.push_back(name.emplace(label, static_cast<int>(name.size())).first->second);
      for (std::size_t k = 0; k < partitions.size(); ++k)
        seen[k] += labels == partitions[k] ? 1.0 / kSweeps : 0;
    }
    for (std::size_t k = 0; k < partitions.size(); ++k) EXPECT_NEAR(seen[k], weight[k] / total, 0.02) << k;
  }
}

TEST(PartitionLayout, GroupsAndSharesAreThoseOfTheAnswers) {
  Random random(testing::TestSeed(), 6);
  const Answers answers = testing::PlantAnswers({.items = 20, .assignments = 30}, &random);
  const PartitionLayout layout = MakePartitionLayout(answers);
  std::size_t row = 0;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto groups = answers.GroupsOf(p);
    for (std::size_t i = 0; i < groups.size(); ++i, ++row) {
      const GroupShare& share = layout.shares[static_cast<std::size_t>(layout.ShareOfRow(row))];
      EXPECT_EQ(share.size, std::ranges::count(groups, groups[i]));
      EXPECT_EQ(share.items, std::ssize(groups));
      EXPECT_EQ(layout.group_of_row[row] == layout.group_of_row[row - i], groups[i] == groups[0]);
    }
  }
  for (int item = 0; item < 20; ++item) {
    for (const Place& place : layout.PlacesOf(item)) {
      const auto own = static_cast<std::size_t>(place.row);
      EXPECT_EQ(layout.item_of_row[own], item);
      EXPECT_EQ(place.share, layout.ShareOfRow(own));
      EXPECT_TRUE(std::ranges::find(layout.first_row, place.first_row) != layout.first_row.end());
      EXPECT_LE(place.first_row, place.row);
      EXPECT_LT(place.row, place.first_row + layout.shares[static_cast<std::size_t>(place.share)].items);
    }
  }
}

}  // namespace
}  // namespace crowdclust
