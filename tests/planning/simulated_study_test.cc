#include "planning/simulated_study.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "answers/read_answers.h"
#include "answers/simulated_table.h"
#include "metrics/agreement.h"
#include "planning/simulated_quality.h"
#include "tests/planning/numbered_items.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::NumberedItems;
using testing::TestSeed;

StudyModel ModelOfThirty() {
  return {.items = NumberedItems(30),
          .categories = {.fewest = 4, .most = 4},
          .crowd = {.workers = 12, .spammer_share = 0.1, .noise = 0.1, .skip_share = 0.05},
          .design = {.items_per_hit = 6, .hits_per_item = 4, .overlap = 2},
          .pipeline = {.method = ClusterMethod::kPartition}};
}

// What the commands `simulate` and `aggregate` pass through a file.
Answers ReadBack(const HitPlan& plan, const SimulatedAnswers& simulated) {
  const testing::ScratchFolder scratch;
  const std::vector<std::filesystem::path> files = {
      scratch.Write("answers.tsv", LongTable(plan, simulated, '\t'))};
  return ReadAnswers(files).answers;
}

TEST(AnswersOf, AreThoseThatAggregateReads) {
  const StudyModel model = ModelOfThirty();
  const StudyCase study = DrawCase(model, TestSeed());
  const HitPlan plan = DealHits(study.items, model.design, TestSeed());
  const SimulatedAnswers simulated = SimulateAnswers(plan, study.known, model.crowd, TestSeed());
  const Answers answers = AnswersOf(plan, simulated), read = ReadBack(plan, simulated);
  EXPECT_EQ(answers.items.names(), read.items.names());
  EXPECT_EQ(answers.workers.names(), read.workers.names());
  EXPECT_EQ(answers.hits.names(), read.hits.names());
  EXPECT_EQ(answers.worker_of_assignment, read.worker_of_assignment);
  EXPECT_EQ(answers.first_row, read.first_row);
  EXPECT_EQ(answers.item_of_row, read.item_of_row);
  EXPECT_EQ(answers.group_of_row, read.group_of_row);
  EXPECT_GT(answers.num_rows(), 100);
}

// A study of a plan is the one that the commands make with its seed, to the last bit of the index.
TEST(QualityOfStudy, IsThatOfTheCommands) {
  const StudyModel model = ModelOfThirty();
  for (int replicate = 0; replicate < 5; ++replicate) {
    const std::uint64_t seed = StudySeed(TestSeed(), replicate);
    const StudyCase study = DrawCase(model, seed);
    const HitPlan plan = DealHits(study.items, model.design, seed);
    const Answers read = ReadBack(plan, SimulateAnswers(plan, study.known, model.crowd, seed));
    PipelineOptions options = model.pipeline;
    options.crowd.crowd.seed = seed;
    const PipelineResult result = FindClusters(read, options);
    ASSERT_EQ(read.num_items(), study.items.size());  // else evaluate leaves some out
    std::vector<int> known;
    for (const std::string& name : read.items.names())
      known.push_back(study.label_of_item[static_cast<std::size_t>(study.items.Find(name))]);
    EXPECT_DOUBLE_EQ(*QualityOfStudy(plan, study, model, seed),
                     MeasureAgreement(result.clustering.cluster_of_item, known).adjusted_rand);
  }
}

TEST(QualityOfStudy, CarefulWorkersFindAll) {
  StudyModel model = ModelOfThirty();
  model.crowd = {.workers = 12};
  model.design.hits_per_item = 8;
  const StudyCase study = DrawCase(model, TestSeed());
  EXPECT_EQ(QualityOfStudy(DealHits(study.items, model.design, TestSeed()), study, model, TestSeed()), 1);
}

TEST(QualityOfStudy, NobodyGroupsAnything) {
  StudyModel model = ModelOfThirty();
  model.crowd.skip_share = 1;
  const StudyCase study = DrawCase(model, TestSeed());
  EXPECT_EQ(QualityOfStudy(DealHits(study.items, model.design, TestSeed()), study, model, TestSeed()), 0);
}

TEST(QualityOfStudy, EndsWhenToldTo) {
  const StudyModel model = ModelOfThirty();
  const StudyCase study = DrawCase(model, TestSeed());
  const HitPlan plan = DealHits(study.items, model.design, TestSeed());
  EXPECT_FALSE(QualityOfStudy(plan, study, model, TestSeed(), [] { return false; }).has_value());
}

}  // namespace
}  // namespace crowdclust
