#include "clustering/block_model.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/special.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

std::vector<int> PlantedLabels(int items, int clusters) {
  std::vector<int> label;
  for (int i = 0; i < items; ++i) label.push_back(i % clusters);
  return label;
}

// Worker 0 puts clusters 0 and 1 together, the others do not.
Answers OneLumper(double noise) {
  Random random(testing::TestSeed(), 1);
  Answers answers = testing::PlantAnswers(
      {.items = 24, .clusters = 3, .workers = 5, .assignments = 60, .per_hit = 9, .noise = noise}, &random);
  for (std::int64_t p = 0; p < 60; p += 5) {
    for (std::int64_t r = answers.first_row[static_cast<std::size_t>(p)];
         r < answers.first_row[static_cast<std::size_t>(p) + 1]; ++r) {
      int& group = answers.group_of_row[static_cast<std::size_t>(r)];
      if (group == 1) group = 0;
    }
  }
  return answers;
}

TEST(FitBlockModel, CellsCountEveryPair) {
  const Answers answers = OneLumper(0.3);
  const std::vector<int> label = PlantedLabels(24, 3);
  const BlockModel model = FitBlockModel(answers, label, 3);
  double seen = 0, same = 0, naive_seen = 0, naive_same = 0;
  for (const BlockCell& cell : model.CellsOf(2)) {
    if (cell.first == 0 && cell.second == 1) {
      seen += cell.seen;
      same += cell.same;
    }
  }
  for (std::int64_t p = 0; p < 60; ++p) {
    if (answers.worker_of_assignment[static_cast<std::size_t>(p)] != 2) continue;
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    for (std::size_t a = 0; a < items.size(); ++a) {
      for (std::size_t b = 0; b < items.size(); ++b) {
        if (items[a] % 3 != 0 || items[b] % 3 != 1) continue;
        ++naive_seen;
        naive_same += groups[a] == groups[b];
      }
    }
  }
  EXPECT_EQ(seen, naive_seen);
  EXPECT_EQ(same, naive_same);
}

// By the cells of all workers.
TEST(FitBlockRates, AreTheSharesPutTogetherShrunkByFourPairs) {
  const Answers answers = OneLumper(0.3);
  const BlockModel rates = FitBlockRates(answers, PlantedLabels(24, 3), 3);
  Eigen::MatrixXd seen = Eigen::MatrixXd::Zero(3, 3), same = seen;
  for (const BlockCell& cell : FitBlockModel(answers, PlantedLabels(24, 3), 3).cell) {
    seen(cell.first, cell.second) += cell.seen;
    same(cell.first, cell.second) += cell.same;
  }
  EXPECT_NEAR(rates.base_rate, (same.sum() + 1) / (seen.sum() + 2), 1e-12);
  const double within = (same.trace() + rates.base_rate) / (seen.trace() + 1);
  const double between = (same.sum() - same.trace() + rates.base_rate) / (seen.sum() - seen.trace() + 1);
  for (int l = 0; l < 3; ++l) {
    for (int k = 0; k <= l; ++k) {
      const double mean = k == l ? within : between;
      EXPECT_NEAR(rates.rate(k, l), (same(k, l) + 4 * mean) / (seen(k, l) + 4), 1e-12);
      EXPECT_EQ(rates.rate(k, l), rates.rate(l, k));
    }
  }
}

TEST(FitBlockModelOfWorkers, LeavesOthersAtWhatHoldsForAll) {
  const Answers answers = OneLumper(0.3);
  const std::vector<int> label = PlantedLabels(24, 3);
  const int some = answers.num_workers() - 1;
  const BlockModel all = FitBlockModel(answers, label, 3),
                   model = FitBlockModelOfWorkers(answers, label, 3, some);
  EXPECT_EQ(model.rate, all.rate);
  EXPECT_TRUE(model.CellsOf(some).empty());
  EXPECT_EQ(model.shift[some], 0);
  for (int j = 0; j < some; ++j) EXPECT_EQ(model.CellsOf(j).size(), all.CellsOf(j).size());
  EXPECT_NEAR(WorkerTogetherness(model, some, 0, 1), model.rate(0, 1), 1e-12);
}

// The strength is the most likely of the grid, by the log Beta functions themselves.
TEST(FitBlockModel, StrengthIsTheMostLikelyOfTheGrid) {
  const BlockModel model = FitBlockModel(OneLumper(0.2), PlantedLabels(24, 3), 3);
  const auto likelihood = [&model](double strength) {
    double sum = 0;
    for (int j = 0; j < 5; ++j) {
      for (const BlockCell& cell : model.CellsOf(j)) {
        const double p = Sigmoid(Logit(model.rate(cell.first, cell.second)) + model.shift[j]);
        sum += LogBeta(strength * p + cell.same_weight, strength * (1 - p) + cell.weight - cell.same_weight) -
               LogBeta(strength * p, strength * (1 - p));
      }
    }
    return sum;
  };
  for (double strength = 0.5; strength <= 256; strength *= 2)
    EXPECT_LE(likelihood(strength), likelihood(model.strength) + 1e-9) << strength;
}

// Each shift is where the slope of its posterior is zero.
TEST(FitBlockModel, ShiftsAreTheMostProbable) {
  const BlockModel model = FitBlockModel(OneLumper(0.2), PlantedLabels(24, 3), 3);
  double squares = 0;
  for (int j = 0; j < 5; ++j) {
    double answers_slope = 0;
    for (const BlockCell& cell : model.CellsOf(j))
      answers_slope += cell.same_weight -
                       cell.weight * Sigmoid(Logit(model.rate(cell.first, cell.second)) + model.shift[j]);
    // The prior's variance moves once more after the last shifts.
    EXPECT_NEAR(answers_slope * model.shift_variance, model.shift[j], 0.05 + 0.05 * std::abs(model.shift[j]));
    squares += model.shift[j] * model.shift[j];
  }
  EXPECT_GE(model.shift_variance, squares / 6);
}

TEST(FitBlockModel, SeesWhatEachWorkerMerges) {
  const BlockModel model = FitBlockModel(OneLumper(0.02), PlantedLabels(24, 3), 3);
  EXPECT_GT(WorkerTogetherness(model, 0, 0, 1), 0.8);
  EXPECT_EQ(WorkerTogetherness(model, 0, 0, 1), WorkerTogetherness(model, 0, 1, 0));
  for (int j = 1; j < 5; ++j) EXPECT_LT(WorkerTogetherness(model, j, 0, 1), 0.3);
  EXPECT_GT(model.shift[0], model.shift.tail(4).maxCoeff());
  EXPECT_GT(NewWorkerTogetherness(model, 0, 0), 0.9);
  EXPECT_LT(NewWorkerTogetherness(model, 0, 2), 0.1);
}

TEST(FitBlockModel, AnItemWithoutALabelIsAtTheBaseRate) {
  std::vector<int> label = PlantedLabels(24, 3);
  label[5] = -1;
  const BlockModel model = FitBlockModel(OneLumper(0.1), label, 3);
  EXPECT_EQ(NewWorkerTogetherness(model, -1, 2), model.base_rate);
  EXPECT_GT(model.base_rate, 0.2);
  EXPECT_LT(model.base_rate, 0.6);
}

TEST(FitBlockModel, IsDefinedWithoutPairs) {
  Answers answers;
  answers.items.Add("a");
  answers.workers.Add("w");
  const BlockModel model = FitBlockModel(answers, std::vector<int>{0}, 1);
  EXPECT_TRUE(std::isfinite(NewWorkerTogetherness(model, 0, 0)));
  EXPECT_TRUE(std::isfinite(WorkerTogetherness(model, 0, 0, 0)));
}

}  // namespace
}  // namespace crowdclust
