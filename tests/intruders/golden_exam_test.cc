#include "intruders/golden_exam.h"

#include <gmock/gmock.h>

#include "intruders/mix_golden.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;
using testing::PlanOf;

constexpr const char* kGolden =
    "hit,position,item,intruder_position\ng1,2,b,3\ng1,1,a,3\ng1,3,c,3\ng2,1,c,1\ng2,2,a,1\ng2,3,d,1\ng2,4,e,"
    "1\n";

TEST(ParseGoldenIntruders, ReadsHitsWithRowsInAnyOrder) {
  IntruderPlan plan = PlanOf({0});
  ParseGoldenIntruders(kGolden, "golden.csv", &plan);
  ASSERT_EQ(plan.num_hits(), 3);
  const IntruderHit& first = plan.hits[1];
  EXPECT_EQ(first.name, "g1");
  EXPECT_TRUE(first.golden);
  EXPECT_EQ(first.right_answer, 2);
  EXPECT_EQ(first.main_cluster, -1);
  std::vector<std::string> items;
  for (const int item : first.items) items.push_back(plan.items.Name(item));
  EXPECT_THAT(items, ElementsAre("a", "b", "c"));
  EXPECT_EQ(plan.hits[2].items.size(), 4U);
}

TEST(ParseGoldenIntruders, ErrorsNameTheLineAndTheRule) {
  const auto error = [](const std::string& rows) {
    return ErrorOf([&rows] {
      IntruderPlan plan = PlanOf({0});
      ParseGoldenIntruders("hit,position,item,intruder_position\n" + rows, "g.csv", &plan);
    });
  };
  EXPECT_EQ(error("g,1,a,2\ng,2,b,2\n"), "g.csv:2: HIT 'g' has 2 items; an intruder HIT needs 3 or more");
  EXPECT_THAT(error("g,1,a,2\ng,2,b,2\ng,4,c,2\n"),
              HasSubstr("g.csv:2: HIT 'g' has 3 items, but position 4"));
  EXPECT_THAT(error("g,1,a,4\ng,2,b,4\ng,3,c,4\n"),
              HasSubstr("g.csv:2: HIT 'g': intruder_position 4 of 3 items"));
  EXPECT_THAT(error("g,1,a,2\ng,2,b,1\n"),
              HasSubstr("g.csv:3: HIT 'g' has intruder_position 1, but 2 on line 2"));
  EXPECT_THAT(error("g,1,a,2\ng,1,b,2\n"), HasSubstr("g.csv:3: HIT 'g' has position 1 twice"));
  EXPECT_THAT(error("g,1,a,2\ng,2,a,2\ng,3,b,2\n"), HasSubstr("shows item 'a' twice"));
  EXPECT_THAT(error("g,one,a,2\n"), HasSubstr("g.csv:2: position 'one'; positions are whole numbers from 1"));
  EXPECT_THAT(error("i1,1,a,2\ni1,2,b,2\ni1,3,c,2\n"),
              HasSubstr("g.csv:2: HIT 'i1' is among the HITs already"));
  EXPECT_EQ(error("g,1,,2\n"), "g.csv:2: an empty 'item'; name it");
  EXPECT_THAT(error(""), HasSubstr("g.csv: no golden HITs"));
}

// HIT 0 ordinary, 1 and 2 golden (right answers 2 and 0). Worker 0 passes, 1 fails, 2 has no golden answer.
struct Exam {
  IntruderPlan plan = PlanOf({0});
  IntruderAnswers answers{.workers = {},
                          .hit_of_row = {1, 0, 2, 1, 2, 0, 0},
                          .worker_of_row = {0, 0, 0, 1, 1, 1, 2},
                          .answer_of_row = {2, 0, 0, 2, 1, 0, 1},
                          .seconds = std::vector<double>(7, 1.0)};
  Exam() {
    ParseGoldenIntruders(kGolden, "golden.csv", &plan);
    for (const char* name : {"good", "bad", "new"}) answers.workers.Add(name);
  }
};

TEST(SetGoldenApart, CountsGoldenAnswersAndKeepsTheRest) {
  const Exam exam;
  const GoldenApart apart = SetGoldenApart(exam.plan, exam.answers);
  EXPECT_EQ(apart.plan.num_hits(), 1);
  EXPECT_THAT(apart.answers.worker_of_row, ElementsAre(0, 1, 2));
  EXPECT_THAT(apart.answers.hit_of_row, ElementsAre(0, 0, 0));
  EXPECT_EQ(apart.golden_of_worker[0].right, 2);
  EXPECT_EQ(apart.golden_of_worker[1].right, 1);
  EXPECT_EQ(apart.golden_of_worker[1].total, 2);
  EXPECT_EQ(apart.golden_of_worker[2].total, 0);
}

TEST(LeaveOutUnqualified, GoesByThePassMark) {
  const Exam exam;
  const auto kept = [&exam](const ExamRules& rules) {
    GoldenApart apart = SetGoldenApart(exam.plan, exam.answers);
    const ExamResult result = LeaveOutUnqualified(rules, &apart);
    EXPECT_EQ(result.answers_left_out + apart.answers.num_rows(), 3);
    return apart.answers.worker_of_row;
  };
  EXPECT_THAT(kept({}), ElementsAre(0, 1, 2));
  EXPECT_THAT(kept({.pass_mark = 0.5}), ElementsAre(0, 1, 2));
  EXPECT_THAT(kept({.pass_mark = 0.75}), ElementsAre(0, 2));
  EXPECT_THAT(kept({.pass_mark = 0.75, .need_golden = true}), ElementsAre(0));
}

TEST(MixGolden, PutsAShareAmongTheOthersAndKeepsSomeForTraining) {
  IntruderPlan golden;
  std::string table = "hit,position,item,intruder_position\n";
  for (int h = 0; h < 30; ++h) {
    for (int at = 1; at <= 3; ++at)
      table += testing::Numbered("g", h) + "," + std::to_string(at) + "," +
               testing::Numbered("x", h * 3 + at) + ",2\n";
  }
  ParseGoldenIntruders(table, "golden.csv", &golden);
  IntruderPlan plan = PlanOf(std::vector<int>(90, 1));
  const MixedGolden mixed = MixGolden(golden, {.rate = 0.1, .training = 5}, testing::TestSeed(), &plan);
  EXPECT_EQ(mixed.mixed, 10);
  EXPECT_EQ(mixed.wanted, 10);
  EXPECT_EQ(plan.num_hits(), 100);
  std::vector<std::string> names;
  for (const IntruderHit& hit : plan.hits) {
    if (!hit.golden) continue;
    names.push_back(hit.name);
    const auto at = static_cast<std::size_t>(hit.right_answer);
    EXPECT_EQ(plan.items.Name(hit.items[at]), "x" + std::to_string(std::stoi(hit.name.substr(1)) * 3 + 2));
  }
  EXPECT_EQ(names.size(), 10U);
  for (const IntruderHit& hit : mixed.training.hits) {
    EXPECT_TRUE(hit.golden);
    EXPECT_EQ(std::ranges::count(names, hit.name), 0);
  }
  IntruderPlan few = PlanOf(std::vector<int>(900, 1));
  EXPECT_EQ(MixGolden(golden, {.rate = 0.1}, 1, &few).mixed, 30);
  EXPECT_EQ(MixGolden(golden, {.rate = 0.1}, 1, &few).wanted, 103);
  EXPECT_EQ(ErrorOf([&] { MixGolden(golden, {.training = 31}, 1, &few); }),
            "31 golden HITs for training, but there are 30; ask for fewer");
}

// The shoes study's own: four training HITs.
TEST(ReadGoldenIntruders, ReadsTheShoesStudys) {
  CROWDCLUST_NEEDS_DATA(path, "shoes/golden_intruders.csv");
  IntruderPlan plan;
  ReadGoldenIntruders(path, &plan);
  EXPECT_EQ(plan.num_hits(), 4);
  for (const IntruderHit& hit : plan.hits) EXPECT_TRUE(hit.golden && hit.items.size() >= 3);
}

}  // namespace
}  // namespace crowdclust
