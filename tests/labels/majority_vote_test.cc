#include "labels/majority_vote.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

TEST(MajorityVote, HandWorked) {
  LabelTable table;
  for (const int label : {2, 2, 0}) AddLabel(0, 0, label, &table);
  for (const int label : {2, 1}) AddLabel(1, 0, label, &table);
  AddLabel(3, 0, 1, &table);
  const MajorityVote vote = CountVotes(table);
  EXPECT_THAT(vote.share, ElementsAre(1.0 / 3, 0, 2.0 / 3, 0, 0.5, 0.5, 0, 0, 0, 0, 1, 0));
  EXPECT_THAT(vote.label_of_question, ElementsAre(2, 1, -1, 1))
      << "the lower label at a tie, -1 without votes";
  EXPECT_THAT(vote.is_tied, ElementsAre(false, true, false, false));
}

TEST(MajorityVote, OfNothingIsEmpty) {
  const MajorityVote vote = CountVotes({});
  EXPECT_THAT(vote.share, ElementsAre());
  EXPECT_THAT(vote.label_of_question, ElementsAre());
}

TEST(MajorityVote, CountsWhatALoopCounts) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 50; ++trial) {
    LabelTable table{.question_of_row = {},
                     .worker_of_row = {},
                     .label_of_row = {},
                     .num_questions = 8,
                     .num_workers = 4,
                     .num_labels = 4};
    const int num_rows = random.Below(60);
    for (int r = 0; r < num_rows; ++r) AddLabel(random.Below(8), random.Below(4), random.Below(4), &table);
    const MajorityVote vote = CountVotes(table);
    for (int q = 0; q < 8; ++q) {
      std::vector<double> votes(4);
      double all = 0;
      for (std::size_t r = 0; r < table.label_of_row.size(); ++r) {
        if (table.question_of_row[r] != q) continue;
        ++votes[static_cast<std::size_t>(table.label_of_row[r])];
        ++all;
      }
      const auto most = std::ranges::max_element(votes);
      const auto question = static_cast<std::size_t>(q);
      EXPECT_EQ(vote.label_of_question[question], all > 0 ? most - votes.begin() : -1);
      EXPECT_EQ(vote.is_tied[question], all > 0 && std::ranges::count(votes, *most) > 1);
      for (std::size_t k = 0; k < 4; ++k)
        EXPECT_EQ(vote.share[question * 4 + k], all > 0 ? votes[k] / all : 0);
    }
  }
}

}  // namespace
}  // namespace crowdclust
