// What the environment asks of the tests.
#pragma once

#include <cstdint>

namespace crowdclust::testing {

// Any seed must pass: the environment's CROWDCLUST_TEST_SEED, or 1.
std::uint64_t TestSeed();

// True when the slow tests were asked for: CROWDCLUST_LONG_TESTS is ON.
bool LongTests();

}  // namespace crowdclust::testing

// Skips a slow test unless slow tests were asked for.
#define CROWDCLUST_LONG_TEST() \
  if (!crowdclust::testing::LongTests()) GTEST_SKIP() << "a slow test: ./dev test --long"
