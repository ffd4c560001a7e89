#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace crowdclust {
namespace {

TEST(ParallelFor, DoesEveryTaskOnce) {
  for (const int threads : {1, 2, 5}) {
    std::vector<int> done(1000);
    ParallelFor(threads, 1000, [&done](std::int64_t i) { ++done[static_cast<std::size_t>(i)]; });
    EXPECT_EQ(done, std::vector<int>(1000, 1));
  }
}

TEST(ParallelFor, ThrowsWhatATaskThrew) {
  for (const int threads : {1, 2}) {
    EXPECT_THROW(ParallelFor(threads, 100,
                             [](std::int64_t i) {
                               if (i == 37) throw std::runtime_error("37");
                             }),
                 std::runtime_error);
  }
}

TEST(ParallelFor, OfNothingDoesNothing) {
  ParallelFor(2, 0, [](std::int64_t) { FAIL(); });
}

// A task of a phase sees all that the phases before did.
TEST(ParallelPhases, PhasesFollowEachOther) {
  const std::vector<std::int64_t> first = {0, 3, 3, 50, 51, 400};
  for (const int threads : {1, 2, 5}) {
    std::vector<int> phase_of(400);
    for (std::size_t p = 0; p + 1 < first.size(); ++p) {
      for (auto i = first[p]; i < first[p + 1]; ++i)
        phase_of[static_cast<std::size_t>(i)] = static_cast<int>(p);
    }
    std::vector<std::int64_t> seen(400);
    std::atomic<std::int64_t> ended = 0;
    ParallelPhases(threads, first, [&](std::int64_t i) {
      seen[static_cast<std::size_t>(i)] = ended;
      ++ended;
    });
    EXPECT_EQ(ended, 400);
    for (std::size_t i = 0; i < 400; ++i)
      EXPECT_GE(seen[i], first[static_cast<std::size_t>(phase_of[i])]) << i;
  }
}

TEST(ParallelPhases, ThrowsWhatATaskThrew) {
  const std::vector<std::int64_t> first = {0, 10, 20};
  for (const int threads : {1, 2}) {
    EXPECT_THROW(ParallelPhases(threads, first,
                                [](std::int64_t i) {
                                  if (i == 7) throw std::runtime_error("7");
                                }),
                 std::runtime_error);
  }
}

TEST(ResolveThreads, ZeroIsAll) {
  EXPECT_EQ(ResolveThreads(3), 3);
  EXPECT_GE(ResolveThreads(0), 1);
}

}  // namespace
}  // namespace crowdclust
