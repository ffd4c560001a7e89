#include "base/hash_slots.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(HashSlots, WhatSharesAHashIsToldApart) {
  for (const std::uint64_t shared : {std::uint64_t{0}, std::uint64_t{1} << 40, UINT64_MAX}) {
    HashSlots slots;
    std::vector<int> held;
    const auto same_as = [&held](int wanted) {
      return [&held, wanted](int index) { return held[static_cast<std::size_t>(index)] == wanted; };
    };
    for (int value = 0; value < 300; ++value) {
      EXPECT_EQ(slots.Find(shared, same_as(value)), -1);
      EXPECT_EQ(slots.FindOrAdd(shared, value, same_as(value)), value);
      held.push_back(value);
    }
    for (int value = 0; value < 300; ++value) {
      EXPECT_EQ(slots.FindOrAdd(shared, 300, same_as(value)), value);
      EXPECT_EQ(slots.Find(shared, same_as(value)), value);
    }
  }
}

}  // namespace
}  // namespace crowdclust
