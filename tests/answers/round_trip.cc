#include "tests/answers/round_trip.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "answers/read_answers.h"
#include "hits/design.h"
#include "hits/golden_mix.h"
#include "hits/known_hits.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"

namespace crowdclust::testing {
namespace {

std::vector<std::string> NamesOfItems(const Hit& hit, const NameIndex& items) {
  std::vector<std::string> names;
  for (const int item : hit.items) names.push_back(items.Name(item));
  return names;
}

Answered AnsweredOf(const Answers& answers, std::int64_t assignment, bool named) {
  std::map<int, std::set<std::string>> groups;
  std::vector<std::string> items;
  const auto shown = answers.ItemsOf(assignment);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    items.push_back(answers.items.Name(shown[i]));
    groups[answers.GroupsOf(assignment)[i]].insert(items.back());
  }
  const auto at = static_cast<std::size_t>(assignment);
  const int hit = answers.hit_of_assignment[at];
  EXPECT_GE(hit, 0);
  Answered answered;
  std::get<0>(answered) = answers.workers.Name(answers.worker_of_assignment[at]);
  std::get<1>(answered) = named ? answers.hits.Name(hit) : NameByItems(items);
  for (const auto& [group, members] : groups) std::get<2>(answered).insert(members);
  return answered;
}

}  // namespace

HitPlan TripPlan() {
  NameIndex items;
  for (const char* name : {"plain", "a, \"b\"", "c\\,d\\", "<b>&amp;'e'</b>", "new\nline\ttab",
                           "图 é \xF0\x9F\x91\x9F", "${images}`", "https://x.org/p.png?a=1&b=\"2\"", "[1,2]",
                           "\\\\", "\"", ",", "{\"group\":1}", " x "}) {
    items.Add(name);
  }
  HitPlan plan =
      DealHits(items, {.items_per_hit = 5, .hits_per_item = 3, .overlap = 3, .reward = 0.1}, TestSeed());
  GroupedItems known;
  for (const char* name : {"known, 1", "known \"2\"", "plain", "known 4", "known 5", "known 6", ","}) {
    known.group_of_item.push_back(known.items.size() % 3);
    known.items.Add(name);
  }
  const KnownHits hits =
      DealKnownHits(known, {.items_per_hit = 5, .golden = 4, .different_golden = 4}, TestSeed());
  MixInGolden(known, hits.golden, TestSeed(), &plan);
  return plan;
}

int TripGroup(const std::string& worker, const std::string& item) {
  unsigned sum = 0;
  for (const char c : worker + "|" + item) sum = sum * 31 + static_cast<unsigned char>(c);
  return 1 + static_cast<int>(sum % 3);
}

std::string NameByItems(std::vector<std::string> items) {
  std::ranges::sort(items);
  std::string name;
  for (const std::string& item : items) name += item + "|";
  return name;
}

std::multiset<Answered> ExpectedAnswers(const HitPlan& plan, bool named) {
  std::multiset<Answered> all;
  for (const Hit& hit : plan.hits) {
    const std::vector<std::string> items = NamesOfItems(hit, plan.items);
    for (const std::string worker : kTripWorkers) {
      std::map<int, std::set<std::string>> groups;
      for (const std::string& item : items) groups[TripGroup(worker, item)].insert(item);
      std::set<std::set<std::string>> partition;
      for (auto& [group, members] : groups) partition.insert(std::move(members));
      all.emplace(worker, named ? hit.name : NameByItems(items), partition);
    }
  }
  return all;
}

std::multiset<Answered> ReadBack(const std::string& text, const std::string& format, bool named) {
  const ScratchFolder folder;
  const std::array paths = {folder.Write("answers", text)};
  const AnswersAndIntake read =
      ReadAnswers(paths, {.format = ParseAnswersFormat(format), .include_golden = true});
  EXPECT_EQ(read.intake.items_without_group, 0);
  EXPECT_EQ(read.intake.duplicates, 0);
  EXPECT_TRUE(read.intake.by_status.empty());
  EXPECT_EQ(read.intake.assignments, read.answers.num_assignments());
  std::multiset<Answered> all;
  for (std::int64_t p = 0; p < read.answers.num_assignments(); ++p)
    all.insert(AnsweredOf(read.answers, p, named));
  return all;
}

}  // namespace crowdclust::testing
