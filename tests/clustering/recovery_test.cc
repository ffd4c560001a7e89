// Are the clusters right? On real people's answers, and on the demo's simulated study.
#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "answers/crowd_file.h"
#include "answers/known_labels.h"
#include "answers/read_answers.h"
#include "answers/simulated_answers.h"
#include "answers/write_long_table.h"
#include "base/parallel.h"
#include "clustering/pipeline.h"
#include "hits/random_design.h"
#include "hits/read_items.h"
#include "metrics/agreement.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

double AdjustedRand(const Answers& answers, const KnownLabels& truth, std::uint64_t seed,
                    ClusterMethod method = ClusterMethod::kCrowd) {
  PipelineOptions options;
  options.method = method;
  if (method == ClusterMethod::kPartition)
    options.restarts = 1;  // the crowd model has no part in the clusters
  options.crowd.seed = seed;
  options.crowd.num_threads = ResolveThreads(0);
  const PipelineResult result = FindClusters(answers, options);
  std::vector<int> found, known;
  for (int item = 0; item < answers.num_items(); ++item) {
    const int at = truth.items.Find(answers.items.Name(item));
    if (at < 0) continue;
    found.push_back(result.clustering.cluster_of_item[static_cast<std::size_t>(item)]);
    known.push_back(truth.columns[0].label_of_item[static_cast<std::size_t>(at)]);
  }
  return MeasureAgreement(found, known).adjusted_rand;
}

double AdjustedRandOfSet(const std::filesystem::path& folder, std::uint64_t seed) {
  const std::vector<std::filesystem::path> files = {folder / "answers.csv"};
  return AdjustedRand(ReadAnswers(files).answers, ReadKnownLabels(folder / "truth.csv"), seed);
}

// The shoes study of configs/, dealt, answered and fitted with one seed.
double AdjustedRandOfShoes(std::uint64_t seed) {
  const HitPlan plan = DealRandom(ReadItems("configs/shoes/items.tsv"), {}, seed);
  const KnownLabels truth = ReadKnownLabels("configs/shoes/truth.tsv");
  const SimulatedAnswers simulated =
      SimulateAnswers(plan, truth, ReadCrowd("configs/crowds/shoes.json"), seed);
  const testing::ScratchFolder scratch;
  const std::vector<std::filesystem::path> files = {
      scratch.Write("answers.tsv", LongTable(plan, simulated, '\t'))};
  return AdjustedRand(ReadAnswers(files).answers, truth, seed);
}

TEST(Recovery, ByThePartitionModel) {
  CROWDCLUST_LONG_TEST();
  for (const auto& [name, least] : {std::pair{"scenes98", 0.42}, {"scenes765", 0.45}, {"labelme", 0.57}}) {
    CROWDCLUST_NEEDS_DATA(folder, name);
    const std::vector<std::filesystem::path> files = {folder / "answers.csv"};
    const KnownLabels truth = ReadKnownLabels(folder / "truth.csv");
    EXPECT_GE(AdjustedRand(ReadAnswers(files).answers, truth, 1, ClusterMethod::kPartition), least) << name;
  }
}

TEST(Recovery, OfTheShoesStudy) { EXPECT_GE(AdjustedRandOfShoes(1), 0.95); }

TEST(Recovery, OfTheShoesStudyForTenSeeds) {
  CROWDCLUST_LONG_TEST();
  for (std::uint64_t seed = 1; seed <= 10; ++seed)
    EXPECT_GE(AdjustedRandOfShoes(seed), 0.95) << "seed " << seed;
}

TEST(Recovery, OfScenes98) {
  CROWDCLUST_LONG_TEST();
  CROWDCLUST_NEEDS_DATA(folder, "scenes98");
  for (std::uint64_t seed = 1; seed <= 5; ++seed)
    EXPECT_GE(AdjustedRandOfSet(folder, seed), 0.35) << "seed " << seed;
}

TEST(Recovery, OfScenes765) {
  CROWDCLUST_LONG_TEST();
  CROWDCLUST_NEEDS_DATA(folder, "scenes765");
  for (std::uint64_t seed = 1; seed <= 5; ++seed)
    EXPECT_GE(AdjustedRandOfSet(folder, seed), 0.20) << "seed " << seed;
}

}  // namespace
}  // namespace crowdclust
