// Plans that are written for a platform, answered there and read again.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "answers/answers.h"
#include "hits/hit.h"

namespace crowdclust::testing {

// One assignment without any order: the worker, the HIT, and the item sets of the groups.
using Answered = std::tuple<std::string, std::string, std::set<std::set<std::string>>>;

inline constexpr std::array<const char*, 3> kTripWorkers = {"ann", "bob, \"b\"", "图 é"};

// Ordinary and golden HITs of five items whose names have all that a format may trip over.
HitPlan TripPlan();

// The group 1, 2, 3 into which a worker puts an item, whatever stands beside it.
int TripGroup(const std::string& worker, const std::string& item);

// How a HIT is called where its name is lost: its items in order of the alphabet.
std::string NameByItems(std::vector<std::string> items);

// All workers' answers to all HITs of the plan by TripGroup, HITs called by their names or by NameByItems.
std::multiset<Answered> ExpectedAnswers(const HitPlan& plan, bool named);

// What ReadAnswers makes of the text, golden HITs too. Nothing may be left out, and no item be without a
// group. HITs as in ExpectedAnswers.
std::multiset<Answered> ReadBack(const std::string& text, const std::string& format, bool named);

}  // namespace crowdclust::testing
