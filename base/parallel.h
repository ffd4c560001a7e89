// Threads that never change a result. The only file that knows OpenMP.
#pragma once

#include <omp.h>

#include <algorithm>
#include <cstdint>
#include <exception>

namespace crowdclust {

// Threads this process may use; 0 or less in `wanted` means all of them.
inline int ResolveThreads(int wanted) { return wanted > 0 ? wanted : std::max(1, omp_get_num_procs()); }

// Calls task(i) for i in 0..count-1 on up to `num_threads` threads, in any order. A task writes only what is
// its own (slot i of an array), and sums are taken afterwards in the order of i: then no number of threads
// changes a bit. The first exception (in time) is thrown again when all have ended.
template <typename Task>
void ParallelFor(int num_threads, std::int64_t count, const Task& task) {
  if (num_threads <= 1 || count <= 1) {
    for (std::int64_t i = 0; i < count; ++i) task(i);
    return;
  }
  std::exception_ptr failure;
#pragma omp parallel for schedule(dynamic) num_threads(num_threads)
  for (std::int64_t i = 0; i < count; ++i) {
    try {
      task(i);
    } catch (...) {
#pragma omp critical(crowdclust_parallel_for)
      if (!failure) failure = std::current_exception();
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace crowdclust
