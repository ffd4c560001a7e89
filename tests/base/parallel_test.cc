#include "base/parallel.h"

#include <gtest/gtest.h>

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

TEST(ResolveThreads, ZeroIsAll) {
  EXPECT_EQ(ResolveThreads(3), 3);
  EXPECT_GE(ResolveThreads(0), 1);
}

}  // namespace
}  // namespace crowdclust
