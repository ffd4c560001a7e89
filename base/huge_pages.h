// Large arrays on large pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace crowdclust {

// Reserves room for `count` elements and asks the system to lay it on huge pages where it is many pages
// large: what is read at random there then rarely waits for an address to be looked up. To be called before
// the vector is filled; without effect where the system has no such pages.
template <typename Value>
void ReserveHuge(std::size_t count, std::vector<Value>* values) {
  values->reserve(count);
#if defined(__linux__)
  constexpr std::uintptr_t kPage = std::uintptr_t{1} << 21;
  const auto begin = reinterpret_cast<std::uintptr_t>(values->data());
  const std::uintptr_t first = (begin + kPage - 1) / kPage * kPage;
  const std::uintptr_t last = (begin + count * sizeof(Value)) / kPage * kPage;
  if (last > first) madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
#endif
}

}  // namespace crowdclust
