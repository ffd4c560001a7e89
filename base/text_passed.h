// How far a text has been read.
#pragma once

#include <cstddef>
#include <functional>

namespace crowdclust {

// Called now and then by who reads a text from front to back: what is before the offset will not be looked at
// again. Whoever holds the text may take that much of it out of memory.
using TextPassed = std::function<void(std::size_t offset)>;

}  // namespace crowdclust
