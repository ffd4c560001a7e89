#include "clustering/level_agreement.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "metrics/contingency.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

ClusterTree RandomTree(int leaves, Random* random) {
  std::vector<int> root;
  std::vector<ClusterTree::Merge> merges;
  for (int leaf = 0; leaf < leaves; ++leaf) root.push_back(leaf);
  while (root.size() > 1) {
    random->Shuffle(&root);
    const int first = root.back();
    root.pop_back();
    merges.push_back({first, root.back(), static_cast<double>(random->Below(5))});
    root.back() = leaves + static_cast<int>(merges.size()) - 1;
  }
  return OrderMerges(leaves, merges);
}

TEST(AddLevels, IsTheAgreementWithEveryCut) {
  Random random(testing::TestSeed(), 1);
  LevelScratch scratch;
  for (int leaves = 1; leaves <= 25; ++leaves) {
    const ClusterTree tree = RandomTree(leaves, &random);
    const LeafOrder order = OrderLeaves(tree);
    std::vector<PairAgreement> sums(static_cast<std::size_t>(leaves) + 1), naive(sums.size());
    for (int assignment = 0; assignment < 4; ++assignment) {
      std::vector<int> leaf, group;
      for (int row = 2 + random.Below(12); row > 0; --row) {
        leaf.push_back(random.Below(leaves));
        group.push_back(random.Below(4));
      }
      AddLevels(order, leaf, group, &scratch, &sums);
      for (int count = 1; count <= leaves; ++count) {
        const std::vector<int> cut = CutTree(tree, count);
        std::vector<int> label;
        for (const int one : leaf) label.push_back(cut[static_cast<std::size_t>(one)]);
        const PairAgreement pairs = CountPairAgreement(CountContingency(label, group));
        PairAgreement& sum = naive[static_cast<std::size_t>(count)];
        sum.index += pairs.index;
        sum.expected += pairs.expected;
        sum.most += pairs.most;
      }
    }
    for (std::size_t count = 1; count < sums.size(); ++count) {
      EXPECT_EQ(sums[count].index, naive[count].index);
      EXPECT_EQ(sums[count].expected, naive[count].expected);
      EXPECT_EQ(sums[count].most, naive[count].most);
    }
  }
}

}  // namespace
}  // namespace crowdclust
