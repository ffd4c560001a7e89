#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/testing/test_files.h"
#include "tests/tools/run_program.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class CompareTest : public ::testing::Test {
 protected:
  ProgramRun Compare(const std::string& flags) const {
    const auto answers = scratch_.Write("answers.csv", TinyLongTable());
    return RunProgram("compare " + answers.string() + " " + flags);
  }

  ScratchFolder scratch_;
};

TEST_F(CompareTest, HasARowForEveryMethodAndTheConstant) {
  const ProgramRun run = Compare("");
  EXPECT_EQ(run.exit_code, 0);
  for (const char* method :
       {"auto", "crowd", "mixture", "partition", "linkage", "spectral", "majority", "(a constant)"})
    EXPECT_THAT(run.out, HasSubstr(std::string("\n") + method + " "));
  EXPECT_THAT(run.out, Not(HasSubstr("adj. Rand")));
}

TEST_F(CompareTest, AnswersMayStandBehindTheMethods) {
  const ProgramRun run = RunProgram("compare --methods majority,linkage " +
                                    scratch_.Write("behind.csv", TinyLongTable()).string());
  EXPECT_EQ(run.exit_code, 0) << run.err;
}

TEST_F(CompareTest, MeasuresAgainstATruth) {
  const auto truth = scratch_.Write("truth.csv", kTinyTruth);
  const ProgramRun run = Compare("--methods auto,majority --json --truth " + truth.string());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json rows = nlohmann::json::parse(run.out);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]["method"], "auto");
  EXPECT_EQ(rows[0]["clusters"], 2);
  EXPECT_EQ(rows[0]["adjusted_rand"], 1.0);
  EXPECT_EQ(rows[0]["whole_assignments"]["pairs"], 77);
  EXPECT_GT(rows[0]["whole_assignments"]["nats_a_pair"],
            rows[0]["whole_assignments"]["constant_nats_a_pair"]);
}

TEST_F(CompareTest, ATruthOfOtherItemsIsSaid) {
  const auto truth = scratch_.Write("truth.csv", "item,kind\nx,1\ny,2\n");
  const ProgramRun run = Compare("--methods partition --truth " + truth.string());
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, AllOf(HasSubstr("truth.csv"), HasSubstr("--item-column")));
}

TEST_F(CompareTest, AnUnknownMethodIsAUsageError) { EXPECT_EQ(Compare("--methods magic").exit_code, 2); }

}  // namespace
}  // namespace crowdclust::testing
