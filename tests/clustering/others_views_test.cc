#include "clustering/others_views.h"

#include <gtest/gtest.h>

#include "clustering/baselines/co_association.h"
#include "clustering/block_model.h"
#include "tests/clustering/naive_matrix_agreement.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// The similarities of one assignment as a matrix, from all pairs that met.
Eigen::MatrixXd NaiveMatrix(const CoAssociation& all, std::span<const int> items, std::span<const int> groups,
                            const Clustering& clustering, const Eigen::MatrixXd& rate) {
  const auto n = static_cast<Eigen::Index>(items.size());
  const auto cluster = [&clustering](int item) {
    return clustering.cluster_of_item[static_cast<std::size_t>(item)];
  };
  Eigen::MatrixXd share = Eigen::MatrixXd::Zero(n, n);
  for (std::size_t a = 0; a < items.size(); ++a) {
    for (const CoAssociation::Meeting& met : all.MeetingsOf(items[a])) {
      for (std::size_t b = 0; b < items.size(); ++b) {
        if (items[b] != met.other) continue;
        const double of_clusters = rate(cluster(items[a]), cluster(items[b]));
        const int others_same = met.same - (groups[a] == groups[b]), others = met.seen - 1;
        share(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) =
            (others_same + of_clusters) / (others + 1) - of_clusters;
      }
    }
  }
  return share;
}

TEST(ViewsOfOthers, AreTheMomentsOfTheMatrix) {
  Random random(testing::TestSeed(), 1);
  Answers answers = testing::PlantAnswers(
      {.items = 20, .clusters = 3, .workers = 5, .assignments = 30, .per_hit = 6, .noise = 0.3}, &random);
  std::vector<int> label;
  for (int i = 0; i < 20; ++i) label.push_back(i % 3);
  const Clustering clustering = MakeClustering(label);
  const Eigen::MatrixXd rate = FitBlockRates(answers, clustering.cluster_of_item, 3).rate;
  const CoAssociation all = CountCoAssociation(answers);
  const std::vector<OthersView> views = ViewsOfOthers(answers, clustering, rate);
  ASSERT_EQ(views.size(), 30u);
  for (std::int64_t p = 0; p < 30; ++p) {
    const auto groups = answers.GroupsOf(p);
    const Eigen::MatrixXd naive = NaiveMatrix(all, answers.ItemsOf(p), groups, clustering, rate);
    const OthersView& view = views[static_cast<std::size_t>(p)];
    EXPECT_NEAR(view.moments.total, naive.sum(), 1e-12);
    EXPECT_NEAR(view.moments.squares, naive.squaredNorm(), 1e-12);
    EXPECT_NEAR(view.moments.rows, naive.rowwise().sum().squaredNorm(), 1e-12);
    EXPECT_NEAR(view.within, 2 * testing::AgreeWithMatrix(naive, groups).sum, 1e-12);
  }
}

}  // namespace
}  // namespace crowdclust
