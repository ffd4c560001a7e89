// Memory asked for ahead of its use.
#pragma once

#include <cstddef>

// To GCC a function that only asks ahead has no effect, and calls of it vanish: such functions are to be
// inlined always.
#if defined(__GNUC__)
#define CROWDCLUST_ASKS_AHEAD [[gnu::always_inline]] inline
#else
#define CROWDCLUST_ASKS_AHEAD inline
#endif

namespace crowdclust {

// Asks for the cache line that holds this.
CROWDCLUST_ASKS_AHEAD void Prefetch(const void* place) {
#if defined(__GNUC__)
  __builtin_prefetch(place);
#else
  static_cast<void>(place);
#endif
}

// Asks for every cache line of `count` elements that begin on one.
template <typename Value>
CROWDCLUST_ASKS_AHEAD void PrefetchLines(const Value* first, std::ptrdiff_t count) {
  constexpr auto kInLine = static_cast<std::ptrdiff_t>(64 / sizeof(Value));
  for (std::ptrdiff_t i = 0; i < count; i += kInLine) Prefetch(first + i);
}

// Asks for `count` elements, 1 or more, that begin anywhere and are short: their first and their last.
template <typename Value>
CROWDCLUST_ASKS_AHEAD void PrefetchEnds(const Value* first, std::ptrdiff_t count) {
  Prefetch(first);
  Prefetch(first + count - 1);
}

}  // namespace crowdclust
