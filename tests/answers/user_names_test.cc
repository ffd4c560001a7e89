#include "answers/user_names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(UserNames, LaterAssignmentsAreNumbered) {
  UserNames names;
  WriteCounts counts;
  EXPECT_EQ(names.NameNext("ann", &counts), "ann");
  EXPECT_EQ(names.NameNext("bob", &counts), "bob");
  EXPECT_EQ(counts.Of(WriteCount::kUser), 0);
  EXPECT_EQ(names.NameNext("ann", &counts), "ann#2");
  EXPECT_EQ(names.NameNext("ann", &counts), "ann#3");
  EXPECT_EQ(names.NameNext("bob", &counts), "bob#2");
  EXPECT_EQ(counts.Of(WriteCount::kUser), 3);
}

TEST(UserNames, NoTwoAreEqualWhateverWorkersAreCalled) {
  Random random(testing::TestSeed());
  UserNames names;
  WriteCounts counts;
  std::set<std::string> given;
  for (int a = 0; a < 500; ++a) {
    std::string worker = "w";
    for (int length = random.Below(4); length > 0; --length)
      worker += "#" + std::to_string(2 + random.Below(3));
    EXPECT_TRUE(given.insert(names.NameNext(worker, &counts)).second) << worker;
  }
}

}  // namespace
}  // namespace crowdclust
