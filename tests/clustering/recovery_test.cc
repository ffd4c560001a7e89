// Are the clusters right? On real people's answers, and on the demo's simulated study.
#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <vector>

#include "answers/crowd_file.h"
#include "answers/known_labels.h"
#include "answers/read_answers.h"
#include "answers/simulated_answers.h"
#include "answers/simulated_table.h"
#include "base/parallel.h"
#include "base/random.h"
#include "clustering/pipeline.h"
#include "hits/design.h"
#include "hits/read_items.h"
#include "metrics/agreement.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

double AdjustedRand(const Answers& answers, const KnownLabels& truth, std::uint64_t seed,
                    ClusterMethod method = ClusterMethod::kAuto) {
  PipelineOptions options;
  options.method = method;
  options.crowd.crowd.seed = seed;
  options.crowd.crowd.num_threads = ResolveThreads(0);
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

// The shoes study of configs/, dealt, answered and fitted with one seed by the method of its configuration.
double AdjustedRandOfShoes(std::uint64_t seed) {
  const HitPlan plan = DealHits(ReadItems("configs/shoes/items.tsv"), {}, seed);
  const KnownLabels truth = ReadKnownLabels("configs/shoes/truth.tsv");
  const SimulatedAnswers simulated =
      SimulateAnswers(plan, truth, ReadCrowd("configs/crowds/shoes.json"), seed);
  const testing::ScratchFolder scratch;
  const std::vector<std::filesystem::path> files = {
      scratch.Write("answers.tsv", LongTable(plan, simulated, '\t'))};
  return AdjustedRand(ReadAnswers(files).answers, truth, seed, ClusterMethod::kCrowd);
}

// The means over seeds 1 to 5 on real people's answers, K unknown.
struct RealSet {
  const char* folder;
  const char* answers;
  double by_default, by_crowd;
  double of_each_seed = 0;  // least by default
};

void PrintTo(const RealSet& set, std::ostream* stream) { *stream << set.folder; }

class RealSetTest : public ::testing::TestWithParam<RealSet> {};

TEST_P(RealSetTest, MeanOfFiveSeeds) {
  CROWDCLUST_LONG_TEST();
  CROWDCLUST_NEEDS_DATA(folder, GetParam().folder);
  const std::vector<std::filesystem::path> files = {folder / GetParam().answers};
  const Answers answers = ReadAnswers(files).answers;
  const KnownLabels truth = ReadKnownLabels(folder / "truth.csv");
  double by_default = 0, by_crowd = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const double agreement = AdjustedRand(answers, truth, seed);
    EXPECT_GE(agreement, GetParam().of_each_seed) << "seed " << seed;
    by_default += agreement / 5;
    by_crowd += AdjustedRand(answers, truth, seed, ClusterMethod::kCrowd) / 5;
  }
  RecordProperty("default", std::to_string(by_default));
  RecordProperty("crowd", std::to_string(by_crowd));
  EXPECT_GE(by_default, GetParam().by_default);
  EXPECT_GE(by_crowd, GetParam().by_crowd);
}

INSTANTIATE_TEST_SUITE_P(Each, RealSetTest,
                         ::testing::Values(RealSet{"scenes98", "answers.csv", .47, .45, .35},
                                           RealSet{"scenes115", "answers.csv", .42, .40},
                                           RealSet{"scenes765", "answers.csv", .48, .43, .20},
                                           RealSet{"labelme", "answers.csv", .61, .57},
                                           RealSet{"bluebirds", "answers.csv", .58, .50},
                                           RealSet{"wines18", "answers_ternary_novices.csv", .79, .70}),
                         [](const auto& each) { return std::string(each.param.folder); });

// A crowd of our own over `items` items of `categories` labels, and five second labels at random.
struct Crowd {
  const char* name;
  int items, categories, overlap;
  CrowdDescription crowd;
  double least;
};

double AdjustedRandOfCrowd(const Crowd& study, std::uint64_t seed) {
  Random random(seed, 77);
  KnownLabels truth;
  truth.columns.resize(2);
  for (int i = 0; i < study.items; ++i) {
    truth.items.Add("i" + std::to_string(i));
    const int label = i % study.categories, second = random.Below(5);
    truth.columns[0].label_of_item.push_back(truth.columns[0].labels.Add("k" + std::to_string(label)));
    truth.columns[1].label_of_item.push_back(truth.columns[1].labels.Add("c" + std::to_string(second)));
  }
  const HitPlan plan = DealHits(truth.items, {.overlap = study.overlap}, seed);
  const SimulatedAnswers simulated = SimulateAnswers(plan, truth, study.crowd, seed);
  const testing::ScratchFolder scratch;
  const std::vector<std::filesystem::path> files = {
      scratch.Write("answers.tsv", LongTable(plan, simulated, '\t'))};
  return AdjustedRand(ReadAnswers(files).answers, truth, seed);
}

void PrintTo(const Crowd& study, std::ostream* stream) { *stream << study.name; }

class CrowdTest : public ::testing::TestWithParam<Crowd> {};

TEST_P(CrowdTest, MeanOfTwentySeeds) {
  CROWDCLUST_LONG_TEST();
  double sum = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) sum += AdjustedRandOfCrowd(GetParam(), seed);
  RecordProperty("mean", std::to_string(sum / 20));
  EXPECT_GE(sum / 20, GetParam().least);
}

constexpr CrowdDescription kLumpers{.lumper_share = .6, .lump_share = .3, .noise = .03};
constexpr CrowdDescription kSplitters{.splitter_share = .6, .split_share = .3, .noise = .03};
constexpr CrowdDescription kNoisy{.noise = .15, .noise_spread = .05};
constexpr CrowdDescription kSpammers{.spammer_share = .4, .noise = .03};
constexpr CrowdDescription kTwoLabels{.second_label_share = .4, .noise = .05};
constexpr CrowdDescription kSparse{
    .workers = 100, .lumper_share = .4, .lump_share = .15, .noise = .1, .noise_spread = .05};

INSTANTIATE_TEST_SUITE_P(Each, CrowdTest,
                         ::testing::Values(Crowd{"lumpers6", 82, 6, 7, kLumpers, .97},
                                           Crowd{"lumpers12", 82, 12, 7, kLumpers, .97},
                                           Crowd{"splitters6", 82, 6, 7, kSplitters, .97},
                                           Crowd{"splitters12", 82, 12, 7, kSplitters, .97},
                                           Crowd{"noisy6", 82, 6, 7, kNoisy, .97},
                                           Crowd{"noisy12", 82, 12, 7, kNoisy, .97},
                                           Crowd{"spammers6", 82, 6, 7, kSpammers, .97},
                                           Crowd{"spammers12", 82, 12, 7, kSpammers, .97},
                                           Crowd{"twolabels6", 82, 6, 7, kTwoLabels, .95},
                                           Crowd{"sparse500", 500, 20, 3, kSparse, .94},
                                           Crowd{"sparse1000", 1000, 10, 3, kSparse, .98}),
                         [](const auto& each) { return std::string(each.param.name); });

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

}  // namespace
}  // namespace crowdclust
