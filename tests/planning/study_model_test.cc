#include "planning/study_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/error.h"
#include "tests/planning/numbered_items.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;
using testing::NumberedItems;
using testing::TestSeed;

// Item i, named in reverse order, is of kind i mod 3.
KnownLabels ReversedTruth(int count) {
  KnownLabels truth{.items = {}, .columns = {{.name = "kind", .labels = {}, .label_of_item = {}}}};
  LabelColumn& column = truth.columns[0];
  for (int i = count - 1; i >= 0; --i) {
    truth.items.Add(std::string("i").append(std::to_string(i)));
    column.label_of_item.push_back(column.labels.Add(std::string("k").append(std::to_string(i % 3))));
  }
  return truth;
}

std::string ErrorInModel(const StudyModel& model) {
  try {
    CheckStudyModel(model);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(DrawCase, LabelsStandInTheOrderOfTheItems) {
  StudyModel model{.items = NumberedItems(30), .truth = ReversedTruth(30)};
  for (const int sample : {500, 12}) {
    model.sample_items = sample;
    const StudyCase study = DrawCase(model, TestSeed());
    ASSERT_EQ(study.items.size(), std::min(sample, 30));
    ASSERT_EQ(study.label_of_item.size(), static_cast<std::size_t>(study.items.size()));
    for (int i = 0; i < study.items.size(); ++i) {
      const int number = std::stoi(study.items.Name(i).substr(1));
      EXPECT_EQ(study.known.columns[0].labels.Name(study.label_of_item[static_cast<std::size_t>(i)]),
                std::string("k").append(std::to_string(number % 3)));
    }
  }
}

TEST(DrawCase, SamplesDifferBySeed) {
  const StudyModel model{.items = NumberedItems(100), .sample_items = 20};
  const StudyCase one = DrawCase(model, TestSeed()), two = DrawCase(model, TestSeed() + 1);
  EXPECT_EQ(one.items.names(), DrawCase(model, TestSeed()).items.names());
  EXPECT_NE(one.items.names(), two.items.names());
}

TEST(ItemsOfStudy, AreAllWhereEveryPairIsShown) {
  StudyModel model{.items = NumberedItems(100), .sample_items = 20};
  EXPECT_EQ(ItemsOfStudy(model), 20);
  model.design.items_per_hit = 30;
  EXPECT_EQ(ItemsOfStudy(model), 30);
  model.design.design = Design::kExhaustive;
  EXPECT_EQ(ItemsOfStudy(model), 100);
}

TEST(CheckStudyModel, NamesWhatIsWrong) {
  StudyModel model{.items = NumberedItems(10), .categories = {.fewest = 2, .most = 11}};
  EXPECT_EQ(ErrorInModel(model),
            "11 categories, but a simulated study has 10 items; expect no more categories than items");
  model.truth = ReversedTruth(8);
  EXPECT_THAT(ErrorInModel(model), HasSubstr("the truth lacks 2 of the 10 items of the HITs: i8, i9"));
  model.truth = ReversedTruth(10);
  EXPECT_EQ(ErrorInModel(model), "");
  model.crowd.second_label_share = 0.5;
  EXPECT_THAT(ErrorInModel(model), HasSubstr("the truth has no second label column"));
}

}  // namespace
}  // namespace crowdclust
