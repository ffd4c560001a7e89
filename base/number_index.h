// Numbers <-> dense indices.
#pragma once

#include <cstdint>
#include <vector>

#include "base/hash_slots.h"

namespace crowdclust {

// Numbers in order of first appearance; a number's index is its place in that order. 20 to 32 bytes each.
class NumberIndex {
 public:
  // Index of `number`, given the next free one when it is new.
  int Add(std::uint64_t number) {
    const auto same = [&](int index) { return numbers_[static_cast<std::size_t>(index)] == number; };
    const int index = slots_.FindOrAdd(number * 0x9E3779B97F4A7C15U, size(), same);
    if (index == size()) numbers_.push_back(number);
    return index;
  }
  int size() const { return static_cast<int>(numbers_.size()); }

 private:
  std::vector<std::uint64_t> numbers_;
  HashSlots slots_;
};

}  // namespace crowdclust
