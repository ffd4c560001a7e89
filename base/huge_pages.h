// Large arrays on large pages.
#pragma once

#include <cstddef>
#include <memory>
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
  constexpr std::size_t kPage = std::size_t{1} << 21;
  void* first = values->data();
  std::size_t bytes = count * sizeof(Value);
  if (std::align(kPage, kPage, first, bytes) != nullptr) madvise(first, bytes / kPage * kPage, MADV_HUGEPAGE);
#endif
}

}  // namespace crowdclust
