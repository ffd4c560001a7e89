// Any seed must pass: set CROWDCLUST_TEST_SEED to try another.
#pragma once

#include <cstdint>

namespace crowdclust::testing {

// The environment's CROWDCLUST_TEST_SEED, or 1.
std::uint64_t TestSeed();

}  // namespace crowdclust::testing
