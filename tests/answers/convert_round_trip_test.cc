// What is written in a format is read back.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "answers/answers_builder.h"
#include "answers/answers_format.h"
#include "answers/convert_answers.h"
#include "tests/answers/random_assignments.h"
#include "tests/answers/reading.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::AddTo;
using testing::OwnedAssignment;
using testing::RandomAssignments;
using testing::RandomAssignmentsOptions;

AnswersAndIntake Build(const std::vector<OwnedAssignment>& assignments, bool include_golden = false) {
  AnswersBuilder builder(include_golden);
  AddTo(builder.Sink(), assignments);
  AnswersAndIntake built;
  built.intake = builder.intake();
  built.answers = builder.Finish();
  return built;
}

std::string Convert(const std::vector<OwnedAssignment>& assignments, const std::string& to,
                    bool include_golden = false) {
  std::string text;
  AnswersConverter converter({.read = {.include_golden = include_golden}, .to = to},
                             [&text](std::string_view piece) { text += piece; });
  AddTo(converter.Sink(), assignments);
  converter.Finish();
  return text;
}

AnswersAndIntake ReadAgain(const std::string& text, const std::string& format, bool include_golden = false) {
  AnswersBuilder builder(include_golden);
  ReadAnswersText({.text = text, .place = "written", .rows = RowsStand::kTogether},
                  ParseAnswersFormat(format), builder.Sink());
  AnswersAndIntake read;
  read.intake = builder.intake();
  read.answers = builder.Finish();
  return read;
}

// What a format keeps of answers.
struct Format {
  const char* name;
  bool hits = true;
  bool golden = true;
  bool seconds = true;
  bool words = true;
  bool order_of_items = true;
  bool workers = true;  // several assignments of one
};

// An assignment, with groups told by their items where the order of items does not count.
std::string SpellAssignment(const Answers& answers, std::int64_t p, const Format& kept) {
  const auto at = static_cast<std::size_t>(p);
  std::string text = answers.workers.Name(answers.worker_of_assignment[at]);
  const int hit = answers.hit_of_assignment[at];
  if (kept.hits) text += " on " + (hit < 0 ? std::string("none") : answers.hits.Name(hit));
  if (kept.seconds) text += " in " + std::to_string(answers.seconds[at]);
  std::vector<std::size_t> order(answers.ItemsOf(p).size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto name_of = [&](std::size_t i) { return answers.items.Name(answers.ItemsOf(p)[i]); };
  if (!kept.order_of_items) std::ranges::sort(order, {}, name_of);
  std::map<int, std::size_t> numbers;
  for (const std::size_t i : order) {
    const int group = answers.GroupsOf(p)[i];
    const int word = answers.group_words.Of(p, group);
    text += "; " + name_of(i) + " " + std::to_string(numbers.emplace(group, numbers.size()).first->second);
    if (kept.words && word >= 0) text += " " + answers.group_words.words.Name(word);
  }
  return text;
}

std::vector<std::string> SpellAll(const Answers& answers, const Format& kept) {
  std::vector<std::string> all;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p)
    all.push_back(SpellAssignment(answers, p, kept));
  return all;
}

// The answers as a format has them that holds one assignment of each worker.
std::vector<OwnedAssignment> OneOfEachWorker(std::vector<OwnedAssignment> assignments) {
  AnswersBuilder all;
  std::map<std::string, int> count;
  std::vector<OwnedAssignment> taken;
  for (OwnedAssignment& assignment : assignments) {
    const std::int64_t before = all.intake().assignments;
    AddTo(all.Sink(), {assignment});
    if (all.intake().assignments == before) continue;
    const int number = ++count[assignment.worker];
    if (number > 1) assignment.worker += "#" + std::to_string(number);
    assignment.hit.clear();
    assignment.assignment.clear();
    taken.push_back(assignment);
  }
  return taken;
}

class RoundTripTest : public ::testing::TestWithParam<Format> {};

TEST_P(RoundTripTest, GivesEqualAnswers) {
  for (std::uint64_t stream = 0; stream < 20; ++stream) {
    Random random(testing::TestSeed(), stream);
    RandomAssignmentsOptions options;
    // Toloka's reader takes the items for the HIT where none is named.
    if (std::string(GetParam().name) == "toloka") options.unnamed_share = 0;
    const std::vector<OwnedAssignment> assignments = RandomAssignments(options, &random);
    const Answers expected = Build(GetParam().workers ? assignments : OneOfEachWorker(assignments)).answers;
    const AnswersAndIntake read = ReadAgain(Convert(assignments, GetParam().name), GetParam().name);
    EXPECT_EQ(read.intake.duplicates, 0) << read.intake.first_duplicate;
    EXPECT_EQ(SpellAll(read.answers, GetParam()), SpellAll(expected, GetParam()));
    if (!GetParam().order_of_items) continue;
    EXPECT_EQ(read.answers.items.names(), expected.items.names());
    EXPECT_EQ(read.answers.workers.names(), expected.workers.names());
    EXPECT_EQ(read.answers.item_of_row, expected.item_of_row);
    EXPECT_EQ(read.answers.group_of_row, expected.group_of_row);
    EXPECT_EQ(read.answers.first_row, expected.first_row);
    if (GetParam().hits) {
      EXPECT_EQ(read.answers.hits.names(), expected.hits.names());
    }
  }
}

TEST_P(RoundTripTest, KeepsGoldenMarks) {
  const std::string name = GetParam().name;
  Random random(testing::TestSeed());
  const std::vector<OwnedAssignment> assignments =
      RandomAssignments({.skip_share = 0, .golden_share = 0.5, .unnamed_share = 0}, &random);
  const std::string text = Convert(assignments, name, true);
  const std::int64_t golden = Build(assignments, true).intake.golden_included;
  ASSERT_GT(golden, 0);
  EXPECT_EQ(ReadAgain(text, name).intake.golden, GetParam().golden ? golden : 0);
}

INSTANTIATE_TEST_SUITE_P(
    Each, RoundTripTest,
    ::testing::Values(
        Format{.name = "table"}, Format{.name = "jsonl"}, Format{.name = "toloka"}, Format{.name = "mturk"},
        Format{.name = "label-studio"}, Format{.name = "crowd-kit"},
        Format{.name = "card-sort", .hits = false, .golden = false, .seconds = false, .workers = false},
        Format{.name = "wide",
               .hits = false,
               .golden = false,
               .seconds = false,
               .order_of_items = false,
               .workers = false},
        Format{.name = "wide-workers",
               .hits = false,
               .golden = false,
               .seconds = false,
               .order_of_items = false,
               .workers = false}),
    [](const auto& format) {
      std::string name = format.param.name;
      std::ranges::replace(name, '-', '_');
      return name;
    });

class WholeRoundTripTest : public ::testing::TestWithParam<const char*> {};

// All that can be said of assignments, not only what the answers hold.
TEST_P(WholeRoundTripTest, GivesEqualJsonLines) {
  Random random(testing::TestSeed());
  const std::vector<OwnedAssignment> assignments =
      RandomAssignments({.unnamed_share = 0, .shared_ids = false}, &random);
  const std::string text = Convert(assignments, GetParam());
  std::string again;
  AnswersConverter converter({.to = "jsonl"}, [&again](std::string_view piece) { again += piece; });
  ReadAnswersText({.text = text, .place = "written", .rows = RowsStand::kTogether},
                  ParseAnswersFormat(GetParam()), converter.Sink());
  converter.Finish();
  EXPECT_EQ(again, Convert(assignments, "jsonl"));
}

INSTANTIATE_TEST_SUITE_P(Each, WholeRoundTripTest, ::testing::Values("table", "jsonl", "toloka", "mturk"));

// "worker: a b same": the pair labels of assignments of two items or more, in order.
std::vector<std::string> SpellPairs(const Answers& answers) {
  std::vector<std::string> pairs;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t j = i + 1; j < items.size(); ++j) {
        pairs.push_back(answers.workers.Name(answers.worker_of_assignment[static_cast<std::size_t>(p)]) +
                        ": " + answers.items.Name(items[i]) + " " + answers.items.Name(items[j]) +
                        (groups[i] == groups[j] ? " same" : " different"));
      }
    }
  }
  return pairs;
}

TEST(PairsRoundTrip, GivesEqualPairLabels) {
  for (std::uint64_t stream = 0; stream < 20; ++stream) {
    Random random(testing::TestSeed(), stream);
    const std::vector<OwnedAssignment> assignments = RandomAssignments({}, &random);
    const AnswersAndIntake read = ReadAgain(Convert(assignments, "pairs"), "pairs");
    EXPECT_EQ(read.intake.duplicates, 0) << read.intake.first_duplicate;
    EXPECT_EQ(SpellPairs(read.answers), SpellPairs(Build(assignments).answers));
  }
}

TEST(TriplesRoundTrip, GivesTheOddOnesOut) {
  Random random(testing::TestSeed());
  const std::vector<OwnedAssignment> assignments =
      RandomAssignments({.count = 200, .most_items = 4, .skip_share = 0}, &random);
  const Answers all = Build(assignments).answers;
  const Format kept = {.name = "triples", .words = false};
  std::vector<std::string> expected;
  for (std::int64_t p = 0; p < all.num_assignments(); ++p) {
    if (all.RowsOf(p) == 3 && std::ranges::max(all.GroupsOf(p)) == 1)
      expected.push_back(SpellAssignment(all, p, kept));
  }
  EXPECT_EQ(SpellAll(ReadAgain(Convert(assignments, "triples"), "triples").answers, kept), expected);
}

TEST(AnswersConverter, TolokaGetsAHitWhereNoneIsNamed) {
  Random random(testing::TestSeed());
  const std::vector<OwnedAssignment> assignments = RandomAssignments({.unnamed_share = 1}, &random);
  const AnswersAndIntake read = ReadAgain(Convert(assignments, "toloka"), "toloka");
  const Answers expected = Build(assignments).answers;
  EXPECT_EQ(read.answers.hits.size(), expected.num_assignments());
  const Format kept = {.name = "toloka", .hits = false};
  EXPECT_EQ(SpellAll(read.answers, kept), SpellAll(expected, kept));
}

}  // namespace
}  // namespace crowdclust
