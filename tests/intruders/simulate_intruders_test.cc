#include "intruders/simulate_intruders.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>

#include "intruders/make_intruders.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::ClustersOf;
using testing::ErrorOf;
using ::testing::HasSubstr;

constexpr int kDraws = 20000;

SimulatedWorker WorkerWho(std::vector<int> labels, double noise = 0,
                          WorkerKind kind = WorkerKind::kFirstLabel) {
  SimulatedWorker worker;
  worker.kind = kind;
  worker.noise = noise;
  worker.label_of_item = std::move(labels);
  return worker;
}

// Times that each position of four items is chosen.
std::vector<int> Chosen(const SimulatedWorker& worker) {
  Random random(testing::TestSeed());
  const std::vector<int> items = {3, 1, 0, 2};
  std::vector<int> times(items.size());
  for (int draw = 0; draw < kDraws; ++draw)
    ++times[static_cast<std::size_t>(ChooseIntruder(worker, items, &random))];
  return times;
}

void ExpectShares(const std::vector<int>& times, const std::vector<double>& shares) {
  for (std::size_t at = 0; at < times.size(); ++at) {
    const double spread = std::sqrt(kDraws * shares[at] * (1 - shares[at]));
    EXPECT_LE(std::abs(times[at] - kDraws * shares[at]), 5 * spread) << "position " << at;
  }
}

TEST(ChooseIntruder, TakesTheOddOneOut) { ExpectShares(Chosen(WorkerWho({7, 7, 5, 7})), {0, 0, 0, 1}); }

TEST(ChooseIntruder, TakesAnyOfTheRarestWhereThereAreSeveral) {
  ExpectShares(Chosen(WorkerWho({1, 1, 2, 3})), {0.5, 0, 0, 0.5});
  ExpectShares(Chosen(WorkerWho({1, 1, 1, 1})), {0.25, 0.25, 0.25, 0.25});
}

TEST(ChooseIntruder, GoesWrongByTheNoise) {
  ExpectShares(Chosen(WorkerWho({7, 7, 5, 7}, 0.3)), {0.1, 0.1, 0.1, 0.7});
  ExpectShares(Chosen(WorkerWho({7, 7, 5, 7}, 1)), {1.0 / 3, 1.0 / 3, 1.0 / 3, 0});
}

TEST(ChooseIntruder, SpammersDoNotLook) {
  ExpectShares(Chosen(WorkerWho({7, 7, 5, 7}, 0, WorkerKind::kSpammer)), {0.25, 0.25, 0.25, 0.25});
}

IntruderPlan Plan(const KnownLabels& known, int count, int overlap) {
  const IntruderOptions options{
      .count = count, .per_hit = 5, .overlap = overlap, .seed = testing::TestSeed()};
  return MakeIntruders(known.items, known.columns[0], options, "c.tsv").plan;
}

TEST(SimulateIntruders, APerfectCrowdIsAlwaysRight) {
  Random random(testing::TestSeed());
  const KnownLabels known = ClustersOf({10, 8, 7}, &random);
  const IntruderPlan plan = Plan(known, 60, 3);
  const IntruderAnswers answers = SimulateIntruders(plan, known, {.workers = 7}, testing::TestSeed());
  ASSERT_EQ(answers.num_rows(), 180);
  std::set<std::pair<int, int>> seen;
  std::map<int, int> of_worker;
  for (std::size_t r = 0; r < answers.hit_of_row.size(); ++r) {
    const int hit = answers.hit_of_row[r];
    EXPECT_EQ(answers.answer_of_row[r], plan.hits[static_cast<std::size_t>(hit)].right_answer);
    EXPECT_TRUE(seen.emplace(hit, answers.worker_of_row[r]).second);
    EXPECT_GT(answers.seconds[r], 0);
    ++of_worker[answers.worker_of_row[r]];
  }
  EXPECT_EQ(of_worker.size(), 7U);
  for (const auto& [worker, count] : of_worker) EXPECT_THAT(count, ::testing::AnyOf(25, 26));
}

TEST(SimulateIntruders, FollowersOfTheSecondLabelSeeThatOne) {
  Random random(testing::TestSeed());
  KnownLabels known = ClustersOf({12, 12}, &random);
  const IntruderPlan plan = Plan(known, 40, 2);
  known.columns.push_back(known.columns[0]);  // the second label is true, the first useless
  for (int& label : known.columns[0].label_of_item) label = 0;
  const auto right = [&](double second_label_share) {
    const CrowdDescription crowd{.workers = 5, .second_label_share = second_label_share};
    const IntruderAnswers answers = SimulateIntruders(plan, known, crowd, testing::TestSeed());
    int count = 0;
    for (std::size_t r = 0; r < answers.hit_of_row.size(); ++r) {
      const auto hit = static_cast<std::size_t>(answers.hit_of_row[r]);
      count += answers.answer_of_row[r] == plan.hits[hit].right_answer;
    }
    return count;
  };
  EXPECT_EQ(right(1), 80);
  EXPECT_LT(right(0), 40);  // 16 expected
}

TEST(SimulateIntruders, EqualSeedsEqualAnswers) {
  Random random(testing::TestSeed());
  const KnownLabels known = ClustersOf({10, 8, 7}, &random);
  const IntruderPlan plan = Plan(known, 40, 3);
  const CrowdDescription crowd{.workers = 9, .spammer_share = 0.3, .noise = 0.3};
  const IntruderAnswers one = SimulateIntruders(plan, known, crowd, 5);
  const IntruderAnswers two = SimulateIntruders(plan, known, crowd, 5);
  EXPECT_EQ(one.answer_of_row, two.answer_of_row);
  EXPECT_EQ(one.worker_of_row, two.worker_of_row);
  EXPECT_EQ(one.seconds, two.seconds);
  EXPECT_NE(one.answer_of_row, SimulateIntruders(plan, known, crowd, 6).answer_of_row);
}

TEST(SimulateIntruders, RefusesWhatCannotBeAnswered) {
  Random random(testing::TestSeed());
  const KnownLabels known = ClustersOf({10, 8}, &random);
  const IntruderPlan plan = Plan(known, 10, 4);
  EXPECT_THAT(ErrorOf([&] { SimulateIntruders(plan, known, {.workers = 3}, 1); }),
              HasSubstr("3 workers for an overlap of 4"));
  const KnownLabels few = ClustersOf({1, 1}, &random);
  EXPECT_THAT(ErrorOf([&] { SimulateIntruders(plan, few, {}, 1); }), HasSubstr("the truth lacks"));
}

}  // namespace
}  // namespace crowdclust
