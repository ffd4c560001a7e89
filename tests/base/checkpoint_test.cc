#include "base/checkpoint.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace crowdclust {
namespace {

TEST(Checkpoint, ReadsBackWhatWasKept) {
  Checkpoint checkpoint;
  const CheckpointScope scope{&checkpoint};
  scope.Keep("one", "1");
  scope.Under("fold 2").Keep("one", std::string("\0\n", 2));
  scope.Keep("one", "replaced");
  scope.Keep("dropped", "x");
  scope.Drop("dropped");
  Checkpoint read{checkpoint.Bytes()};
  EXPECT_EQ(read.Find("one"), "replaced");
  EXPECT_EQ(CheckpointScope{&read}.Under("fold 2").Find("one"), std::string("\0\n", 2));
  EXPECT_EQ(read.Find("dropped"), std::nullopt);
  EXPECT_EQ(read.Bytes(), checkpoint.Bytes());
}

TEST(Checkpoint, RefusesOtherBytes) {
  EXPECT_THROW(Checkpoint("no"), InputError);
  Checkpoint checkpoint;
  checkpoint.Keep("a", "b");
  const std::string bytes = checkpoint.Bytes();
  EXPECT_THROW(Checkpoint(bytes.substr(0, bytes.size() - 1)), InputError);
}

TEST(CheckpointScope, OfNothingKeepsNothing) {
  const CheckpointScope none;
  none.Under("a").Keep("b", "c");
  none.Drop("b");
  EXPECT_FALSE(none.Under("a").Find("b").has_value());
  EXPECT_FALSE(none.Keeps());
}

}  // namespace
}  // namespace crowdclust
