// Packing for tests.
#pragma once

#include <string>
#include <string_view>

namespace crowdclust::testing {

// The text as one gzip member.
std::string GzipBytes(std::string_view text);

}  // namespace crowdclust::testing
