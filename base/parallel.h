// Threads that never change a result. The only file that knows OpenMP.
#pragma once

#include <omp.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <span>
#include <thread>

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

// Calls task(i) for i in 0..first[P]-1, phase after phase: those of phase p are first[p]..first[p + 1] - 1
// (first[0] is 0), and begin when all of the phase before have ended. Within a phase as ParallelFor. A phase
// waits for its tasks and not for the threads, so that a thread that the system holds back delays nobody.
template <typename Task>
void ParallelPhases(int num_threads, std::span<const std::int64_t> first, const Task& task) {
  const std::int64_t count = first.back();
  if (num_threads <= 1 || count <= 1) {
    for (std::int64_t i = 0; i < count; ++i) task(i);
    return;
  }
  constexpr int kSpins = 2000;
  std::exception_ptr failure;
  std::atomic<std::int64_t> next = 0, ended = 0;
  std::atomic<bool> failed = false;
#pragma omp parallel num_threads(num_threads)
  {
    std::size_t phase = 0;
    int spins = 0;
    for (std::int64_t i = next; i < count && !failed; i = next) {
      while (i >= first[phase + 1]) ++phase;
      if (ended.load(std::memory_order_acquire) < first[phase]) {
        if (++spins % kSpins == 0) std::this_thread::yield();
        continue;
      }
      if (!next.compare_exchange_weak(i, i + 1)) continue;
      try {
        task(i);
      } catch (...) {
#pragma omp critical(crowdclust_parallel_for)
        if (!failure) failure = std::current_exception();
        failed = true;
      }
      ended.fetch_add(1, std::memory_order_release);
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace crowdclust
