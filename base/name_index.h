// Outside names <-> dense indices.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/hash_slots.h"

namespace crowdclust {

// Names in order of first appearance; a name's index is its place in that order. Every name is held once: 32
// bytes, those of its text where that is longer than 15, and 12 to 24 for the look-up.
class NameIndex {
 public:
  // Index of `name`, given the next free one when it is new.
  int Add(std::string_view name);
  // Index of `name`, or -1 when it was never added.
  int Find(std::string_view name) const;
  const std::string& Name(int index) const { return names_[static_cast<std::size_t>(index)]; }
  int size() const { return static_cast<int>(names_.size()); }
  const std::vector<std::string>& names() const { return names_; }

  // Gives back the room kept for more names.
  void Shrink() { names_.shrink_to_fit(); }

 private:
  std::vector<std::string> names_;
  HashSlots slots_;
};

}  // namespace crowdclust
