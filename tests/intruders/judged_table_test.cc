#include "intruders/judged_table.h"

#include <gmock/gmock.h>

#include <map>

#include "intruders/score.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;

JudgedTable Read(const std::string& text, const JudgedColumns& columns = {}) {
  const testing::ScratchFolder folder;
  return ReadJudgedTable(std::vector{folder.Write("t.csv", text)}, columns, 6);
}

TEST(ReadJudgedTable, ReadsOneStudy) {
  const JudgedTable table = Read("hit,worker,right,note\nt1,a,1,x\nt1,b,no,\nt2,a,TRUE,\nt1,a,0,\n");
  ASSERT_EQ(table.studies.size(), 1U);
  const JudgedAnswers& answers = table.studies[0].answers;
  EXPECT_THAT(answers.hit_names, ElementsAre("t1", "t2"));
  EXPECT_THAT(answers.right_of_row, ElementsAre(true, false, true));
  EXPECT_THAT(answers.main_cluster_of_hit, ElementsAre(0, 1));  // every HIT is a cluster
  EXPECT_DOUBLE_EQ(answers.chance_of_hit[0], 1.0 / 6);
  EXPECT_EQ(table.intake.duplicates, 1);
  EXPECT_THAT(table.intake.ignored_columns, ElementsAre("note"));
}

TEST(ReadJudgedTable, TellsStudiesApartAndMapsColumns) {
  const JudgedColumns columns = ParseJudgedColumns(
      std::vector<std::string>{"hit=topic", "worker=who", "right=correct", "cluster=theme"},
      std::vector<std::string>{"model"});
  const JudgedTable table =
      Read("model,topic,who,correct,theme\nm1,1,a,1,x\nm2,1,a,0,y\nm1,2,a,1,x\nm2,1,b,0,y\n", columns);
  ASSERT_EQ(table.studies.size(), 2U);
  EXPECT_THAT(table.studies[0].labels, ElementsAre("m1"));
  EXPECT_EQ(table.studies[0].answers.num_hits(), 2);
  EXPECT_EQ(table.studies[0].answers.clusters.size(), 1);
  EXPECT_EQ(table.studies[1].answers.workers.size(), 2);
}

TEST(ReadJudgedTable, ErrorsNameTheLineAndTheRule) {
  const auto error = [](const std::string& text, const JudgedColumns& columns = {}) {
    return ErrorOf([&] { Read(text, columns); });
  };
  EXPECT_THAT(error("hit,worker,right\nt1,a,maybe\n"), HasSubstr("t.csv:2: right 'maybe'; say 1 or 0"));
  EXPECT_THAT(error("hit,worker,right\nt1,,1\n"), HasSubstr("t.csv:2: an empty 'worker'"));
  EXPECT_THAT(error("hit,worker\nt1,a\n"), HasSubstr("no column 'right'"));
  JudgedColumns columns;
  columns.cluster = "c";
  EXPECT_THAT(error("hit,worker,right,c\nt1,a,1,x\nt1,b,1,y\n", columns),
              HasSubstr("t.csv:3: HIT 't1' is of c 'y', but was of 'x' before"));
  const auto map_error = [](const char* entry) {
    return ErrorOf([&] { ParseJudgedColumns(std::vector<std::string>{entry, "worker=w"}, {}); });
  };
  EXPECT_THAT(map_error("hits=topic"), HasSubstr("no key 'hits'; nearest is 'hit'"));
  EXPECT_THAT(map_error("worker=x"), HasSubstr("worker is mapped already"));
  EXPECT_THAT(map_error("hit"), HasSubstr("give a key and a column"));
}

// Published judgements of topics' intruders: shares right by model, and the topics not clear of chance.
TEST(ReadJudgedTable, WordIntrusion) {
  CROWDCLUST_NEEDS_DATA(path, "word_intrusion/answers.csv");
  const JudgedColumns columns =
      ParseJudgedColumns(std::vector<std::string>{"hit=topic", "worker=annotator", "right=correct"},
                         std::vector<std::string>{"corpus", "model"});
  const JudgedTable table = ReadJudgedTable(std::vector{path}, columns, 6);
  EXPECT_EQ(table.intake.assignments, 12198);
  std::map<std::string, double> share;
  int not_clear = 0, hits = 0;
  for (const JudgedStudy& study : table.studies) {
    const IntruderScore score = ScoreJudged(study.answers);
    share[study.labels[0] + " " + study.labels[1]] = std::round(score.overall.answers.share() * 1000) / 1000;
    EXPECT_TRUE(score.more_clusters.has_value());
    EXPECT_EQ(score.headline, DrawnFrom::kTheseHits);
    for (const HitOutcome& hit : score.hits) not_clear += hit.answers.interval().low <= 1.0 / 6;
    hits += static_cast<int>(score.hits.size());
  }
  EXPECT_EQ(share, (std::map<std::string, double>{{"nytimes dvae", .764},
                                                  {"nytimes etm", .632},
                                                  {"nytimes mallet", .710},
                                                  {"wikitext dvae", .756},
                                                  {"wikitext etm", .699},
                                                  {"wikitext mallet", .731}}));
  EXPECT_EQ(hits, 300);
  EXPECT_EQ(not_clear, 13);
}

}  // namespace
}  // namespace crowdclust
