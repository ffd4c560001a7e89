// Assignments with every trouble that names can make.
#pragma once

#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "answers/assignment_sink.h"
#include "answers/raw_assignment.h"
#include "base/random.h"

namespace crowdclust::testing {

struct RandomAssignmentsOptions {
  int count = 60;
  int most_items = 6;
  double skip_share = 0.15;     // of items, without a group
  double golden_share = 0;      // of assignments
  double unnamed_share = 0.25;  // of assignments without a HIT, and of those without an id
  bool shared_ids = true;       // some ids are of several HITs of a worker
};

struct OwnedAssignment {
  std::string hit, assignment, worker, status;
  bool golden = false;
  double seconds = std::numeric_limits<double>::quiet_NaN();
  std::vector<std::string> items;
  std::vector<std::optional<std::string>> groups;

  // Lasts as long as this.
  RawAssignment Raw() const {
    return {.hit = hit,
            .assignment = assignment,
            .worker = worker,
            .status = status,
            .golden = golden,
            .seconds = seconds,
            .items = {items.begin(), items.end()},
            .groups = {groups.begin(), groups.end()}};
  }
};

inline std::vector<OwnedAssignment> RandomAssignments(const RandomAssignmentsOptions& options,
                                                      Random* random) {
  const std::vector<std::string> items = {"apple",
                                          "a,b",
                                          "tab\there",
                                          "two\nlines",
                                          "dos\r\nline",
                                          "\"quoted\"",
                                          "half\"quote",
                                          "back\\slash",
                                          "semi;x",
                                          " space ",
                                          "übergröße🙂",
                                          "07",
                                          "NA",
                                          "|",
                                          "null",
                                          "[1]",
                                          "\\,",
                                          "''",
                                          "#2",
                                          "{\"id\":1}"};
  const std::vector<std::string> workers = {"ann", "bob, jr", "c\"al", "dan\tx", "e;ve\\", "ƒay\n"};
  const std::vector<std::string> names = {"1",
                                          "2",
                                          "03",
                                          "-4",
                                          "2.0",
                                          "round",
                                          " flat",
                                          "\"so\"",
                                          "a, b",
                                          "c\td",
                                          "\\e",
                                          "f\ng",
                                          "NA",
                                          "_",
                                          "rank",
                                          "größer",
                                          "1e3",
                                          "i",
                                          "[]",
                                          "null",
                                          "0",
                                          "true",
                                          "12345678901234567"};
  const auto pick = [random](const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(random->Below(static_cast<int>(from.size())))];
  };
  std::map<std::string, std::vector<std::string>> items_of_hit;
  std::vector<OwnedAssignment> all;
  for (int a = 0; a < options.count; ++a) {
    OwnedAssignment one;
    one.worker = pick(workers);
    if (!random->Chance(options.unnamed_share)) one.hit = "h " + std::to_string(random->Below(options.count));
    if (!random->Chance(options.unnamed_share)) {
      const int number = options.shared_ids ? random->Below(4) + (a / 8) * 4 : a;
      one.assignment = one.worker + "/" + std::to_string(number);
    }
    if (random->Chance(0.7)) one.seconds = random->Below(1'000'000) / 1000.0;
    if (random->Chance(0.5)) one.status = random->Chance(0.5) ? "APPROVED" : "Submitted";
    one.golden = random->Chance(options.golden_share);
    std::vector<std::string> deck = items;
    random->Shuffle(&deck);
    deck.resize(1 + static_cast<std::size_t>(random->Below(options.most_items)));
    one.items = one.hit.empty() ? deck : items_of_hit.try_emplace(one.hit, deck).first->second;
    const std::vector<std::string> own = {pick(names), pick(names), pick(names)};
    for (std::size_t i = 0; i < one.items.size(); ++i) {
      if (random->Chance(options.skip_share)) {
        one.groups.emplace_back(std::nullopt);
      } else {
        one.groups.emplace_back(pick(own));
      }
    }
    all.push_back(std::move(one));
  }
  return all;
}

// Puts them into a sink, as from lines 1, 2, … of a file.
inline void AddTo(const AssignmentSink& sink, const std::vector<OwnedAssignment>& assignments) {
  const std::string place = "random";
  long long line = 0;
  for (const OwnedAssignment& assignment : assignments) {
    RawAssignment raw = assignment.Raw();
    raw.line = ++line;
    sink.add(place, raw);
  }
}

}  // namespace crowdclust::testing
