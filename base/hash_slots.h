// The look-up behind indices of names and numbers.
#pragma once

#include <cstdint>
#include <vector>

namespace crowdclust {

// Finds dense indices 0, 1, … by the hash of what they stand for, which the owner holds; `same(index)` says
// whether that is what is looked for. A slot holds an index and half of its hash, so that few that differ are
// asked for; collisions go to the next slot, and a third to two thirds of the slots are in use.
class HashSlots {
 public:
  // The index of what is looked for, or -1.
  template <typename Same>
  int Find(std::uint64_t hash, const Same& same) const {
    return slots_.empty() ? -1 : slots_[Seek(hash, same)].index;
  }

  // The same; where there is none, `next` (the number of indices so far) is given to it.
  template <typename Same>
  int FindOrAdd(std::uint64_t hash, int next, const Same& same) {
    if (3 * (static_cast<std::size_t>(next) + 1) > 2 * slots_.size()) Grow();
    Slot& slot = slots_[Seek(hash, same)];
    if (slot.index < 0) slot = {.tag = TagOf(hash), .index = next};
    return slot.index;
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    int index = -1;
  };

  // The tag decides where a slot may be, so that growing needs no hash again.
  static std::uint32_t TagOf(std::uint64_t hash) { return static_cast<std::uint32_t>(hash ^ (hash >> 32)); }
  std::size_t Home(std::uint32_t tag) const {
    return (tag * std::uint64_t{0x9E3779B97F4A7C15} >> 32) & (slots_.size() - 1);
  }

  // The slot of what is looked for, or the empty one where it belongs.
  template <typename Same>
  std::size_t Seek(std::uint64_t hash, const Same& same) const {
    const std::uint32_t tag = TagOf(hash);
    std::size_t at = Home(tag);
    while (slots_[at].index >= 0 && (slots_[at].tag != tag || !same(slots_[at].index))) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void Grow() {
    std::vector<Slot> before(slots_.empty() ? 8 : 2 * slots_.size());
    before.swap(slots_);
    for (const Slot& slot : before) {
      if (slot.index < 0) continue;
      std::size_t at = Home(slot.tag);
      while (slots_[at].index >= 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, or none
};

}  // namespace crowdclust
