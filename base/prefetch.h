// Memory asked for ahead of its use.
#pragma once

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

}  // namespace crowdclust
