#include "labels/dawid_skene.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "base/random.h"
#include "labels/majority_vote.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

struct Planted {
  LabelTable table;
  std::vector<int> truth;  // of each question
};

struct Study {
  int num_questions = 30;
  int num_workers = 6;
  int num_labels = 3;
  double chance_to_answer = 0.7;
  double skill_low = 0.2;  // a worker's chance of the true label is between these; else any label
  double skill_high = 0.9;
};

Planted Simulate(const Study& study, Random* random) {
  Planted planted{.table = {.question_of_row = {},
                            .worker_of_row = {},
                            .label_of_row = {},
                            .num_questions = study.num_questions,
                            .num_workers = study.num_workers,
                            .num_labels = study.num_labels},
                  .truth = {}};
  std::vector<double> skill(static_cast<std::size_t>(study.num_workers));
  for (double& s : skill) s = study.skill_low + (study.skill_high - study.skill_low) * random->Uniform();
  for (int q = 0; q < study.num_questions; ++q) {
    planted.truth.push_back(random->Below(study.num_labels));
    for (int w = 0; w < study.num_workers; ++w) {
      if (!random->Chance(study.chance_to_answer)) continue;
      const bool knows = random->Chance(skill[static_cast<std::size_t>(w)]);
      AddLabel(q, w, knows ? planted.truth.back() : random->Below(study.num_labels), &planted.table);
    }
  }
  return planted;
}

// log p(answers) under the fit's priors and errors: what the bound is never above.
double LogLikelihood(const LabelTable& table, const DawidSkeneFit& fit) {
  double sum = 0;
  for (int q = 0; q < table.num_questions; ++q) {
    double likelihood = 0;
    for (int t = 0; t < table.num_labels; ++t) {
      double product = fit.prior[static_cast<std::size_t>(t)];
      for (std::size_t r = 0; r < table.label_of_row.size(); ++r) {
        if (table.question_of_row[r] == q)
          product *= fit.Error(table.worker_of_row[r], table.label_of_row[r], t);
      }
      likelihood += product;
    }
    sum += std::log(likelihood);
  }
  return sum;
}

double ProbabilityByBayes(const LabelTable& table, const DawidSkeneFit& before, int question, int label) {
  double all = 0, wanted = 0;
  for (int t = 0; t < table.num_labels; ++t) {
    double product = before.prior[static_cast<std::size_t>(t)];
    for (std::size_t r = 0; r < table.label_of_row.size(); ++r) {
      if (table.question_of_row[r] != question) continue;
      product *= before.Error(table.worker_of_row[r], table.label_of_row[r], t);
    }
    all += product;
    if (t == label) wanted = product;
  }
  return wanted / all;
}

double ErrorByCounts(const LabelTable& table, const DawidSkeneFit& fit, int worker, int observed, int truth) {
  std::vector<double> count(static_cast<std::size_t>(table.num_labels));
  for (std::size_t r = 0; r < table.label_of_row.size(); ++r) {
    if (table.worker_of_row[r] != worker) continue;
    count[static_cast<std::size_t>(table.label_of_row[r])] +=
        fit.Probability(table.question_of_row[r], truth);
  }
  return count[static_cast<std::size_t>(observed)] / std::accumulate(count.begin(), count.end(), 0.0);
}

TEST(DawidSkene, EachSweepIsBayesRuleThenCounts) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 10; ++trial) {
    const LabelTable table = Simulate({.num_questions = 12, .chance_to_answer = 1}, &random).table;
    for (const int sweeps : {1, 2, 3}) {
      const DawidSkeneFit before = FitDawidSkene(table, {.num_sweeps = sweeps - 1});
      const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = sweeps});
      for (int t = 0; t < 3; ++t) {
        double sum = 0;
        for (int q = 0; q < 12; ++q) {
          EXPECT_NEAR(fit.Probability(q, t), ProbabilityByBayes(table, before, q, t), 1e-9);
          sum += fit.Probability(q, t);
        }
        EXPECT_NEAR(fit.prior[static_cast<std::size_t>(t)], sum / 12, 1e-12);
        if (sum < 0.1) continue;  // too few for the least count of 1e-10 to be nothing
        for (int w = 0; w < 6; ++w) {
          for (int o = 0; o < 3; ++o) {
            EXPECT_NEAR(fit.Error(w, o, t), ErrorByCounts(table, fit, w, o, t), 1e-8);
          }
        }
      }
    }
  }
}

TEST(DawidSkene, StartsFromTheVotes) {
  Random random(testing::TestSeed());
  const LabelTable table = Simulate({}, &random).table;
  const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = 0});
  const std::vector<double> share = CountVotes(table).share;
  for (std::size_t r = 0; r < table.label_of_row.size(); ++r) {
    const auto at = static_cast<std::size_t>(table.question_of_row[r] * 3 + table.label_of_row[r]);
    EXPECT_EQ(fit.probability[at], share[at]);
  }
  EXPECT_THAT(fit.bound_of_sweep, ElementsAre());
}

TEST(DawidSkene, BoundNeverFallsAndIsBelowTheLikelihood) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 40; ++trial) {
    const Study study{.num_questions = 1 + random.Below(30),
                      .num_workers = 1 + random.Below(8),
                      .num_labels = 2 + random.Below(4)};
    const LabelTable table = Simulate(study, &random).table;
    if (table.num_rows() == 0) continue;
    const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = 300});
    ASSERT_EQ(fit.bound_of_sweep.size(), 300U);
    const double clipped = 1e-10 * table.num_labels * table.num_labels * table.num_workers;
    for (std::size_t s = 1; s < fit.bound_of_sweep.size(); ++s) {
      EXPECT_GE(fit.bound_of_sweep[s], fit.bound_of_sweep[s - 1] - clipped - 1e-10) << "sweep " << s;
    }
    const DawidSkeneFit early = FitDawidSkene(table, {.num_sweeps = 2});
    EXPECT_LE(early.bound_of_sweep.back(), LogLikelihood(table, early) + 1e-9);
  }
}

TEST(DawidSkene, BoundIsTheLikelihoodOnceNothingMoves) {
  Random random(testing::TestSeed());
  const LabelTable table = Simulate({.num_questions = 60}, &random).table;
  const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = 20000});
  EXPECT_NEAR(fit.bound_of_sweep.back(), LogLikelihood(table, fit), 1e-6);
}

TEST(DawidSkene, ToleranceIsTheGainALabelThatStops) {
  Random random(testing::TestSeed());
  const LabelTable table = Simulate({.num_questions = 80}, &random).table;
  const double tolerance = 1e-4;
  const DawidSkeneFit all = FitDawidSkene(table, {.num_sweeps = 1000});
  const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = 1000, .tolerance = tolerance});
  EXPECT_FALSE(all.reached_tolerance);
  ASSERT_TRUE(fit.reached_tolerance);
  const std::vector<double>& bound = all.bound_of_sweep;
  std::size_t last = 1;
  while ((bound[last] - bound[last - 1]) / static_cast<double>(table.num_rows()) >= tolerance) ++last;
  EXPECT_EQ(fit.bound_of_sweep.size(), last + 1);
  EXPECT_EQ(fit.probability, FitDawidSkene(table, {.num_sweeps = static_cast<int>(last) + 1}).probability);
}

TEST(DawidSkene, NamesAndOrderOfRowsChangeNothing) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 10; ++trial) {
    const Study study{.num_questions = 20, .num_workers = 5, .num_labels = 4};
    const LabelTable table = Simulate(study, &random).table;
    const auto order = [&random](int count) {
      std::vector<int> values(static_cast<std::size_t>(count));
      std::iota(values.begin(), values.end(), 0);
      random.Shuffle(&values);
      return values;
    };
    const std::vector<int> question = order(20), worker = order(5), label = order(4);
    LabelTable other = table;
    const std::vector<int> rows = order(static_cast<int>(table.num_rows()));
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const auto from = static_cast<std::size_t>(rows[r]);
      other.question_of_row[r] = question[static_cast<std::size_t>(table.question_of_row[from])];
      other.worker_of_row[r] = worker[static_cast<std::size_t>(table.worker_of_row[from])];
      other.label_of_row[r] = label[static_cast<std::size_t>(table.label_of_row[from])];
    }
    // Rounding grows where the fit has still to choose between equals, so a few sweeps only.
    const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = 5});
    const DawidSkeneFit renamed = FitDawidSkene(other, {.num_sweeps = 5});
    EXPECT_NEAR(renamed.bound_of_sweep.back(), fit.bound_of_sweep.back(), 1e-7);
    for (int q = 0; q < 20; ++q) {
      for (int t = 0; t < 4; ++t) {
        const int new_label = label[static_cast<std::size_t>(t)];
        EXPECT_NEAR(renamed.Probability(question[static_cast<std::size_t>(q)], new_label),
                    fit.Probability(q, t), 1e-8);
      }
    }
  }
}

TEST(DawidSkene, HearsSkilledWorkersOverManyBadOnes) {
  // Two who know each label against three who turn 0 into 1, 1 into 2, 2 into 0 on most questions of their
  // own.
  Random random(testing::TestSeed());
  LabelTable table;
  std::vector<int> truth;
  for (int q = 0; q < 400; ++q) {
    truth.push_back(random.Below(3));
    for (int w = 0; w < 3; ++w) AddLabel(q, w, random.Chance(0.95) ? truth.back() : random.Below(3), &table);
    for (int w = 3; w < 9; ++w) AddLabel(q, w, random.Below(3), &table);
  }
  const auto right = [&truth](const std::vector<int>& labels) {
    double count = 0;
    for (std::size_t q = 0; q < truth.size(); ++q) count += labels[q] == truth[q];
    return count / static_cast<double>(truth.size());
  };
  const double by_skill = right(FitDawidSkene(table).label_of_question);
  EXPECT_GT(by_skill, 0.97);
  EXPECT_GT(by_skill, right(CountVotes(table).label_of_question));
}

TEST(DawidSkene, QuestionsWithoutRowsChangeNothing) {
  Random random(testing::TestSeed());
  LabelTable table = Simulate({.chance_to_answer = 1}, &random).table;
  const DawidSkeneFit fit = FitDawidSkene(table);
  ++table.num_questions;
  const DawidSkeneFit with_silence = FitDawidSkene(table);
  EXPECT_EQ(with_silence.bound_of_sweep, fit.bound_of_sweep);
  EXPECT_EQ(with_silence.error, fit.error);
  EXPECT_EQ(with_silence.label_of_question.back(), -1);
  for (int t = 0; t < 3; ++t) {
    EXPECT_EQ(with_silence.Probability(table.num_questions - 1, t), fit.prior[static_cast<std::size_t>(t)]);
  }
}

}  // namespace
}  // namespace crowdclust
