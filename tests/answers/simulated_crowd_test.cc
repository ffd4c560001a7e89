#include "answers/simulated_crowd.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include "base/error.h"
#include "tests/answers/reading.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;

// Item i has label i mod num_labels of a column.
LabelColumn MakeColumn(int num_items, int num_labels) {
  LabelColumn column;
  for (int i = 0; i < num_items; ++i) {
    column.label_of_item.push_back(column.labels.Add(std::to_string(i % num_labels) + ".label"));
  }
  return column;
}

// Whether items together in `coarse` are what `fine` joined: equal label in fine means equal label in coarse.
bool IsUnionOf(const std::vector<int>& coarse, const std::vector<int>& fine) {
  std::set<std::pair<int, int>> pairs;
  std::set<int> parts;
  for (std::size_t i = 0; i < fine.size(); ++i) {
    pairs.emplace(fine[i], coarse[i]);
    parts.insert(fine[i]);
  }
  return pairs.size() == parts.size();
}

int NumLabels(const std::vector<int>& labels) {
  return static_cast<int>(std::set<int>(labels.begin(), labels.end()).size());
}

TEST(MakeWorkersTest, KindsAreDealtExactly) {
  const LabelColumn truth = MakeColumn(30, 6), second = MakeColumn(30, 4);
  const CrowdDescription crowd{.workers = 25,
                               .spammer_share = 0.1,
                               .second_label_share = 0.2,
                               .lumper_share = 0.5,
                               .splitter_share = 0.25};
  const auto workers = MakeWorkers(crowd, truth, &second, testing::TestSeed());
  const auto count = [&workers](const std::function<bool(const SimulatedWorker&)>& is_such) {
    return std::ranges::count_if(workers, is_such);
  };
  EXPECT_EQ(workers.size(), 25U);
  EXPECT_EQ(count([](const auto& w) { return w.kind == WorkerKind::kSpammer; }), 3);  // of 2.5
  EXPECT_EQ(count([](const auto& w) { return w.kind == WorkerKind::kSecondLabel; }), 5);
  EXPECT_EQ(count([](const auto& w) { return w.lumper; }), 9);    // of 8.5 among 17
  EXPECT_EQ(count([](const auto& w) { return w.splitter; }), 4);  // of 4.25
  EXPECT_EQ(
      count([](const auto& w) { return w.kind != WorkerKind::kFirstLabel && (w.lumper || w.splitter); }), 0);
}

TEST(MakeWorkersTest, RoundingUpTwiceNeverMakesMoreWorkersThanThereAre) {
  const LabelColumn truth = MakeColumn(4, 2);
  const auto workers =
      MakeWorkers({.workers = 1, .spammer_share = 0.5, .second_label_share = 0.5}, truth, &truth, 1);
  EXPECT_EQ(workers.size(), 1U);
  EXPECT_EQ(workers[0].kind, WorkerKind::kSpammer);
}

TEST(MakeWorkersTest, NamesAreZeroPadded) {
  const LabelColumn truth = MakeColumn(2, 2);
  EXPECT_EQ(MakeWorkers({.workers = 40}, truth, nullptr, 1).back().name, "w040");
  EXPECT_EQ(MakeWorkers({.workers = 1000}, truth, nullptr, 1).front().name, "w0001");
}

TEST(MakeWorkersTest, PlainWorkersSeeTheTruth) {
  const LabelColumn truth = MakeColumn(12, 5);
  for (const auto& worker : MakeWorkers({.workers = 3, .noise = 0.2}, truth, nullptr, testing::TestSeed())) {
    EXPECT_EQ(worker.label_of_item, truth.label_of_item);
    EXPECT_EQ(worker.noise, 0.2);
  }
}

TEST(MakeWorkersTest, SecondLabelWorkersSeeTheSecondLabel) {
  const LabelColumn truth = MakeColumn(12, 5), second = MakeColumn(12, 3);
  const auto workers = MakeWorkers({.workers = 3, .second_label_share = 1}, truth, &second, 1);
  for (const auto& worker : workers) EXPECT_EQ(worker.label_of_item, second.label_of_item);
}

TEST(MakeWorkersTest, LumpersOnlyJoinLabels) {
  const LabelColumn truth = MakeColumn(60, 6);
  const auto workers = MakeWorkers({.workers = 200, .lumper_share = 1, .lump_share = 0.25}, truth, nullptr,
                                   testing::TestSeed());
  double labels = 0;
  for (const auto& worker : workers) {
    EXPECT_TRUE(IsUnionOf(worker.label_of_item, truth.label_of_item));
    labels += NumLabels(worker.label_of_item);
  }
  // 1.5 of 6 labels are joined with another on average; now and then two joins are one.
  EXPECT_NEAR(labels / 200, 4.6, 0.45);
}

TEST(MakeWorkersTest, LumpersWhoAlwaysLumpLeaveNoLabelAlone) {
  const LabelColumn truth = MakeColumn(14, 7);
  for (const auto& worker : MakeWorkers({.workers = 50, .lumper_share = 1, .lump_share = 1}, truth, nullptr,
                                        testing::TestSeed())) {
    EXPECT_LE(NumLabels(worker.label_of_item), 3);
  }
}

TEST(MakeWorkersTest, SplittersDivideLabelsByTheSecond) {
  const LabelColumn truth = MakeColumn(60, 3), second = MakeColumn(60, 4);
  CrowdDescription crowd{.workers = 100, .splitter_share = 1, .split_share = 1};
  EXPECT_EQ(NumLabels(MakeWorkers(crowd, truth, &second, 1)[0].label_of_item), 12);
  crowd.split_share = 0.5;
  double labels = 0;
  for (const auto& worker : MakeWorkers(crowd, truth, &second, testing::TestSeed())) {
    EXPECT_TRUE(IsUnionOf(truth.label_of_item, worker.label_of_item));
    labels += NumLabels(worker.label_of_item);
  }
  EXPECT_NEAR(labels / 100, 7.5, 1.6);  // 3 + 9 / 2, six standard deviations of the mean
}

TEST(MakeWorkersTest, NoiseHasTheMeanAndSpreadAskedFor) {
  const LabelColumn truth = MakeColumn(2, 2);
  double sum = 0, squares = 0;
  constexpr int kWorkers = 4000;
  for (const auto& worker : MakeWorkers({.workers = kWorkers, .noise = 0.2, .noise_spread = 0.1}, truth,
                                        nullptr, testing::TestSeed())) {
    sum += worker.noise;
    squares += worker.noise * worker.noise;
  }
  const double mean = sum / kWorkers;
  EXPECT_NEAR(mean, 0.2, 0.01);
  EXPECT_NEAR(std::sqrt(squares / kWorkers - mean * mean), 0.1, 0.01);
}

TEST(MakeWorkersTest, TheWidestNoiseIsStillAShare) {
  const LabelColumn truth = MakeColumn(2, 2);
  for (const double noise : {0.0001, 0.5, 0.9999}) {
    const double spread = 0.9 * std::sqrt(noise * (1 - noise));
    for (const auto& worker : MakeWorkers({.workers = 500, .noise = noise, .noise_spread = spread}, truth,
                                          nullptr, testing::TestSeed())) {
      EXPECT_TRUE(worker.noise >= 0 && worker.noise <= 1) << worker.noise;
    }
  }
}

TEST(MakeWorkersTest, NeedsASecondLabelOnlyWhereSomeoneUsesIt) {
  const LabelColumn truth = MakeColumn(4, 2);
  const auto error_of = [&truth](const CrowdDescription& crowd) {
    return ErrorOf([&] { MakeWorkers(crowd, truth, nullptr, 1); });
  };
  EXPECT_THAT(error_of({.second_label_share = 0.1}), HasSubstr("no second label column"));
  EXPECT_THAT(error_of({.splitter_share = 1, .split_share = 0.1}), HasSubstr("no second label column"));
  EXPECT_EQ(error_of({.splitter_share = 1, .split_share = 0}), "no error");
  EXPECT_EQ(error_of({.splitter_share = 0, .split_share = 1}), "no error");
}

TEST(DealAssignmentsTest, EveryHitGetsDifferentWorkersAndTheLoadIsEven) {
  struct Case {
    int hits, overlap, workers;
  };
  for (const auto& [hits, overlap, num_workers] :
       {Case{82, 7, 40}, Case{10, 7, 8}, Case{5, 3, 3}, Case{3, 2, 100}, Case{50, 1, 7}, Case{0, 5, 5}}) {
    std::vector<int> load(static_cast<std::size_t>(num_workers), 0);
    const auto dealt = DealAssignments(hits, overlap, {.workers = num_workers}, testing::TestSeed());
    ASSERT_EQ(static_cast<int>(dealt.size()), hits);
    for (const std::vector<int>& workers : dealt) {
      EXPECT_EQ(static_cast<int>(workers.size()), overlap);
      EXPECT_EQ(NumLabels(workers), overlap);
      for (const int w : workers) ++load[static_cast<std::size_t>(w)];
    }
    const auto [least, most] = std::ranges::minmax(load);
    EXPECT_LE(most - least, 1);
  }
}

TEST(DealAssignmentsTest, TooSmallACrowdIsAnError) {
  EXPECT_THAT(ErrorOf([] { DealAssignments(3, 5, {.workers = 4}, 1); }),
              HasSubstr("4 workers for an overlap of 5"));
  const CrowdDescription limited{.workers = 4, .assignments_per_worker = 2};
  EXPECT_EQ(ErrorOf([&] { DealAssignments(4, 2, limited, 1); }), "no error");
  EXPECT_THAT(ErrorOf([&] { DealAssignments(5, 2, limited, 1); }),
              HasSubstr("10 assignments, but 4 workers give 2 each at most"));
}

TEST(DrawSecondsTest, HasTheMeanOfTheWorkersKind) {
  const CrowdDescription crowd{.seconds_mean = 60, .seconds_spread = 0.5, .spammer_seconds_mean = 6};
  Random random(testing::TestSeed());
  for (const auto& [kind, mean] :
       {std::pair{WorkerKind::kFirstLabel, 60.0}, std::pair{WorkerKind::kSpammer, 6.0}}) {
    SimulatedWorker worker;
    worker.kind = kind;
    double sum = 0;
    constexpr int kDraws = 20000;
    for (int i = 0; i < kDraws; ++i) sum += DrawSeconds(worker, crowd, &random);
    EXPECT_NEAR(sum / kDraws, mean, mean * 0.025);
  }
}

TEST(KnownIndicesTest, FindsOrNamesWhatIsMissing) {
  NameIndex items, known;
  for (const char* name : {"b", "a"}) items.Add(name);
  for (const char* name : {"a", "x", "b"}) known.Add(name);
  EXPECT_THAT(KnownIndices(items, known), ElementsAre(2, 0));
  items.Add("c");
  EXPECT_THAT(ErrorOf([&] { KnownIndices(items, known); }),
              HasSubstr("lacks 1 of the 3 items of the HITs: c;"));
  for (int i = 0; i < 14; ++i) items.Add(std::to_string(i) + ".png");
  EXPECT_THAT(ErrorOf([&] { KnownIndices(items, known); }), HasSubstr("8.png and 5 more; give each a row"));
}

}  // namespace
}  // namespace crowdclust
