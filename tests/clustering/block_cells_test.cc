#include "clustering/block_cells.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <utility>

#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// Pair by pair.
std::map<std::pair<int, int>, BlockCell> NaiveCells(const Answers& answers, const std::vector<int>& label,
                                                    int worker) {
  std::map<std::pair<int, int>, BlockCell> cells;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    if (answers.worker_of_assignment[static_cast<std::size_t>(p)] != worker) continue;
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    std::map<int, int> size;
    for (const int item : items) ++size[label[static_cast<std::size_t>(item)]];
    for (std::size_t a = 0; a < items.size(); ++a) {
      for (std::size_t b = a + 1; b < items.size(); ++b) {
        const auto [k, l] = std::minmax(
            {label[static_cast<std::size_t>(items[a])], label[static_cast<std::size_t>(items[b])]});
        if (k < 0) continue;
        BlockCell& cell = cells[{k, l}];
        const double weight = 2.0 / (k == l ? size[k] : size[k] + size[l]);
        const bool same = groups[a] == groups[b];
        ++cell.seen;
        cell.same += same;
        cell.weight += weight;
        cell.same_weight += same ? weight : 0;
      }
    }
  }
  return cells;
}

TEST(CountCells, CountsEveryPairOfEveryWorker) {
  Random random(testing::TestSeed(), 1);
  const Answers answers = testing::PlantAnswers(
      {.items = 40, .clusters = 6, .workers = 5, .assignments = 60, .per_hit = 9, .noise = 0.4}, &random);
  std::vector<int> label;
  for (int i = 0; i < 40; ++i) label.push_back(random.Below(8) - 1);
  const CellsOfWorkers found = CountCells(answers, label, 7, 4);  // of four of the five
  ASSERT_EQ(found.first.size(), 6u);
  EXPECT_EQ(found.first[5], found.first[4]);
  for (std::size_t j = 0; j < 4; ++j) {
    const auto naive = NaiveCells(answers, label, static_cast<int>(j));
    ASSERT_EQ(found.first[j + 1] - found.first[j], static_cast<std::int64_t>(naive.size()));
    auto at = static_cast<std::size_t>(found.first[j]);
    for (const auto& [pair, cell] : naive) {
      EXPECT_EQ(found.cell[at].first, pair.first);
      EXPECT_EQ(found.cell[at].second, pair.second);
      EXPECT_EQ(found.cell[at].seen, cell.seen);
      EXPECT_EQ(found.cell[at].same, cell.same);
      EXPECT_NEAR(found.cell[at].weight, cell.weight, 1e-12);
      EXPECT_NEAR(found.cell[at].same_weight, cell.same_weight, 1e-12);
      ++at;
    }
  }
}

}  // namespace
}  // namespace crowdclust
