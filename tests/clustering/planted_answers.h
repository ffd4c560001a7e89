// Answers with clusters planted in them.
#pragma once

#include <numeric>
#include <string>
#include <vector>

#include "answers/answers.h"
#include "base/random.h"

namespace crowdclust::testing {

struct Planted {
  int items = 32;    // item i is of cluster i mod clusters
  int clusters = 4;  //
  int workers = 6;   // take turns
  int assignments = 150;
  int per_hit = 8;     // at most `items`
  double noise = 0.1;  // share of the items that land in any group
};

inline Answers PlantAnswers(const Planted& planted, Random* random) {
  Answers answers;
  for (int i = 0; i < planted.items; ++i) answers.items.Add("i" + std::to_string(i));
  for (int j = 0; j < planted.workers; ++j) answers.workers.Add("w" + std::to_string(j));
  std::vector<int> deck(static_cast<std::size_t>(planted.items));
  std::iota(deck.begin(), deck.end(), 0);
  for (int p = 0; p < planted.assignments; ++p) {
    random->Shuffle(&deck);
    for (std::size_t k = 0; k < static_cast<std::size_t>(planted.per_hit); ++k) {
      answers.item_of_row.push_back(deck[k]);
      answers.group_of_row.push_back(random->Chance(planted.noise) ? random->Below(planted.clusters)
                                                                   : deck[k] % planted.clusters);
    }
    answers.worker_of_assignment.push_back(p % planted.workers);
    answers.hit_of_assignment.push_back(-1);
    answers.seconds.push_back(0);
    answers.first_row.push_back(answers.num_rows());
  }
  return answers;
}

}  // namespace crowdclust::testing
