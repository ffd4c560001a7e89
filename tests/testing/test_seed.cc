#include "tests/testing/test_seed.h"

#include <cstdlib>

namespace crowdclust::testing {

std::uint64_t TestSeed() {
  const char* text = std::getenv("CROWDCLUST_TEST_SEED");
  return text == nullptr ? 1 : std::strtoull(text, nullptr, 10);
}

}  // namespace crowdclust::testing
