#include "tests/testing/test_seed.h"

#include <cstdlib>
#include <string_view>

namespace crowdclust::testing {

std::uint64_t TestSeed() {
  const char* text = std::getenv("CROWDCLUST_TEST_SEED");
  return text == nullptr ? 1 : std::strtoull(text, nullptr, 10);
}

bool LongTests() {
  const char* text = std::getenv("CROWDCLUST_LONG_TESTS");
  return text != nullptr && std::string_view(text) == "ON";
}

}  // namespace crowdclust::testing
