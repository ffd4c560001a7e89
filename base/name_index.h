// Outside names <-> dense indices.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace crowdclust {

// Names in order of first appearance; a name's index is its place in that order.
class NameIndex {
 public:
  // Index of `name`, given the next free one when it is new.
  int Add(std::string_view name);
  // Index of `name`, or -1 when it was never added.
  int Find(std::string_view name) const;
  const std::string& Name(int index) const { return names_[static_cast<std::size_t>(index)]; }
  int size() const { return static_cast<int>(names_.size()); }
  const std::vector<std::string>& names() const { return names_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::vector<std::string> names_;
  std::unordered_map<std::string, int, Hash, std::equal_to<>> index_;
};

}  // namespace crowdclust
