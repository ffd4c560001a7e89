#include "answers/simulated_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace crowdclust {
namespace {

struct Study {
  HitPlan plan;
  SimulatedAnswers answers;
};

Study SmallStudy() {
  Study study;
  study.plan.items.Add("a,1");
  study.plan.items.Add("b\t2");
  study.plan.items.Add("c \"3\"");
  study.plan.hits = {{.name = "h1", .items = {2, 0}}, {.name = "h2", .items = {1, 0}}};
  study.answers.workers.resize(2);
  study.answers.workers[0].name = "w001";
  study.answers.workers[1].name = "w002";
  study.answers.assignments = {{.hit = 0, .worker = 1, .group = {0, 1}, .seconds = 12.34},
                               {.hit = 1, .worker = 0, .group = {-1, 0}, .seconds = 5}};
  return study;
}

TEST(SimulatedTableTest, CommaSeparated) {
  const Study study = SmallStudy();
  EXPECT_EQ(LongTable(study.plan, study.answers, ','),
            "hit,assignment,worker,item,group,seconds\n"
            "h1,h1-w002,w002,\"c \"\"3\"\"\",1,12.3\n"
            "h1,h1-w002,w002,\"a,1\",2,12.3\n"
            "h2,h2-w001,w001,b\t2,,5.0\n"
            "h2,h2-w001,w001,\"a,1\",1,5.0\n");
}

TEST(SimulatedTableTest, TabSeparated) {
  const Study study = SmallStudy();
  EXPECT_EQ(LongTable(study.plan, study.answers, '\t'),
            "hit\tassignment\tworker\titem\tgroup\tseconds\n"
            "h1\th1-w002\tw002\t\"c \"\"3\"\"\"\t1\t12.3\n"
            "h1\th1-w002\tw002\ta,1\t2\t12.3\n"
            "h2\th2-w001\tw001\t\"b\t2\"\t\t5.0\n"
            "h2\th2-w001\tw001\ta,1\t1\t5.0\n");
}

TEST(SimulatedTableTest, PiecesAreTheWhole) {
  Study study = SmallStudy();
  for (int copies = 0; copies < 12; ++copies) {
    const auto before = study.answers.assignments;
    study.answers.assignments.insert(study.answers.assignments.end(), before.begin(), before.end());
  }
  std::string text;
  int pieces = 0;
  ForLongTable(study.plan, study.answers, ',', [&](std::string_view piece) {
    text += piece;
    ++pieces;
  });
  EXPECT_EQ(text, LongTable(study.plan, study.answers, ','));
  EXPECT_EQ(std::ranges::count(text, '\n'), 1 + 2 * 2 * 4096);
  EXPECT_GT(pieces, 2);
}

TEST(SimulatedTableTest, GoldenHitsAreMarkedWhereThereAreSome) {
  Study study = SmallStudy();
  study.plan.hits[1].kind = HitKind::kGolden;
  study.plan.hits[1].known_group = {0, 1};
  EXPECT_EQ(LongTable(study.plan, study.answers, ','),
            "hit,assignment,worker,item,group,seconds,golden\n"
            "h1,h1-w002,w002,\"c \"\"3\"\"\",1,12.3,\n"
            "h1,h1-w002,w002,\"a,1\",2,12.3,\n"
            "h2,h2-w001,w001,b\t2,,5.0,1\n"
            "h2,h2-w001,w001,\"a,1\",1,5.0,1\n");
}

TEST(SimulatedTableTest, NobodyAnsweredIsAHeader) {
  EXPECT_EQ(LongTable({}, {}, ','), "hit,assignment,worker,item,group,seconds\n");
}

}  // namespace
}  // namespace crowdclust
