// The names that workers gave their groups.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

// The word that a group's name is: without white space around it, empty where it is only a number (2, -1,
// 2.5, 1e3) or nothing.
std::string_view WordOfName(std::string_view name);

// The word of every group of every assignment. Words are compared letter by letter. Where no group at all has
// a word the arrays are empty, and so nothing is held for answers whose groups are numbers.
struct GroupWords {
  NameIndex words;
  std::vector<std::int64_t> first_group;  // A + 1, or empty; assignment p owns groups from first_group[p] on
  std::vector<int> word_of_group;         // a word's index, -1 for none

  bool empty() const { return first_group.empty(); }

  // The index of the word of a group of an assignment, -1 for none.
  int Of(std::int64_t assignment, int group) const {
    if (empty()) return -1;
    const std::int64_t first = first_group[static_cast<std::size_t>(assignment)];
    return word_of_group[static_cast<std::size_t>(first + group)];
  }
};

// Whether a name has a word.
bool HasWord(std::span<const std::string_view> names);

// Makes `words` those of assignments that have so many groups each, all without a word.
void StartWithoutWords(std::span<const int> groups, GroupWords* words);

// Adds an assignment by the names of its groups, in the order of their numbers. `words` is not empty.
void AddGroupNames(std::span<const std::string_view> names, GroupWords* words);

}  // namespace crowdclust
