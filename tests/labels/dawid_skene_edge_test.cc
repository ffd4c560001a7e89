// Dawid-Skene where there is little to learn from.
#include <gmock/gmock.h>

#include <cmath>

#include "labels/dawid_skene.h"

namespace crowdclust {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

TEST(DawidSkeneEdge, OfOneWorkerIsWhatTheWorkerSaid) {
  LabelTable table;
  for (int q = 0; q < 9; ++q) AddLabel(q, 0, q % 3, &table);
  const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = 10});
  EXPECT_THAT(fit.label_of_question, ElementsAre(0, 1, 2, 0, 1, 2, 0, 1, 2));
  for (int t = 0; t < 3; ++t) EXPECT_NEAR(fit.Error(0, t, t), 1, 1e-9);
}

TEST(DawidSkeneEdge, WhereAllAgreeIsWhatTheySay) {
  LabelTable table{.question_of_row = {},
                   .worker_of_row = {},
                   .label_of_row = {},
                   .num_questions = 0,
                   .num_workers = 0,
                   .num_labels = 4};
  for (int q = 0; q < 6; ++q) {
    for (int w = 0; w < 3; ++w) AddLabel(q, w, q % 2, &table);
  }
  const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = 10});
  EXPECT_THAT(fit.label_of_question, ElementsAre(0, 1, 0, 1, 0, 1));
  EXPECT_NEAR(fit.prior[0], 0.5, 1e-9);
  EXPECT_EQ(fit.prior[3], 0) << "a label that nobody gave";
  EXPECT_NEAR(fit.bound_of_sweep.back(), 6 * std::log(0.5), 1e-6);
}

TEST(DawidSkeneEdge, OfOneLabelIsCertain) {
  LabelTable table;
  for (int q = 0; q < 3; ++q) AddLabel(q, q, 0, &table);
  const DawidSkeneFit fit = FitDawidSkene(table);
  EXPECT_THAT(fit.probability, Each(1.0));
  EXPECT_THAT(fit.bound_of_sweep, Each(0.0));
}

TEST(DawidSkeneEdge, TieGoesToTheLowestLabel) {
  LabelTable table;
  AddLabel(0, 0, 1, &table);
  AddLabel(0, 1, 0, &table);
  EXPECT_THAT(FitDawidSkene(table, {.num_sweeps = 5}).label_of_question, ElementsAre(0));
}

TEST(DawidSkeneEdge, OfNothingIsEmpty) {
  const DawidSkeneFit fit = FitDawidSkene({});
  EXPECT_THAT(fit.probability, ElementsAre());
  EXPECT_THAT(fit.bound_of_sweep, ElementsAre());
  LabelTable silent{.question_of_row = {},
                    .worker_of_row = {},
                    .label_of_row = {},
                    .num_questions = 2,
                    .num_workers = 1,
                    .num_labels = 2};
  EXPECT_THAT(FitDawidSkene(silent).probability, ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(FitDawidSkene(silent).label_of_question, ElementsAre(-1, -1));
}

}  // namespace
}  // namespace crowdclust
