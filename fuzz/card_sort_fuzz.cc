#include <cstddef>
#include <cstdint>

#include "fuzz/answers_targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  crowdclust::fuzz::CardSort({reinterpret_cast<const char*>(data), size});
  return 0;
}
