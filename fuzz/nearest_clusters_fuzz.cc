#include <cstddef>
#include <cstdint>

#include "fuzz/intruders_targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  crowdclust::fuzz::NearestClusters({reinterpret_cast<const char*>(data), size});
  return 0;
}
