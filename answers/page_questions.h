// Questions asked on one page, under one name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/raw_assignment.h"
#include "base/number_index.h"

namespace crowdclust {

// Pairs and triples are often asked many on a page, and a table then names the page as the HIT. Each question
// is a HIT of its own: the first that a page is seen to ask keeps the name, the others become "h1#2", "h1#3",
// … in order of appearance, the same for every worker; where no HIT is named, so do assignments. Questions
// are told apart by their items in any order, by 64 bits of them. 40 to 60 bytes a question.
class PageQuestions {
 public:
  // Names the assignment's HIT, or where there is none the assignment, whose items are known. The name stands
  // until the next call.
  void NameApart(RawAssignment* raw);

 private:
  NumberIndex pages_;
  std::vector<std::uint64_t> first_question_;  // by page
  std::vector<int> num_questions_;             // by page
  NumberIndex others_;                         // questions that are no page's first
  std::vector<int> number_;                    // of each of them, from 2
  std::vector<std::string_view> items_;        // of the question at hand
  std::string name_;
};

}  // namespace crowdclust
