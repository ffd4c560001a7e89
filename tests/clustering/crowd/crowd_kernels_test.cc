#include "clustering/crowd/crowd_kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/clustering/crowd/naive_bound.h"
#include "tests/clustering/crowd/random_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

// Item 0 seen by worker 0 beside items 1..n.
struct Scene {
  CrowdPosterior q;
  MatrixXd item_row, weight, spread;
  int count = 0;
  std::vector<int> item;
  std::vector<double> half_label;

  int dimensions() const { return q.dimensions(); }
  int padded() const { return PaddedDimensions(dimensions()); }
  WorkerView worker() const {
    return {weight.data(), spread.data(), q.bias_mean[0],
            q.bias_mean[0] * q.bias_mean[0] + q.bias_variance[0]};
  }
  Companions companions() const { return {item_row.data(), item.data(), half_label.data(), count}; }
  MatrixXd Second(int i) const {
    MatrixXd second = q.item_mean.col(i) * q.item_mean.col(i).transpose();
    second.diagonal() += q.item_variance.col(i);
    return second;
  }
  // E[W X W] by the definition: E[W] X E[W] and, for every pair of entries that are one, their variance.
  MatrixXd Seen(const MatrixXd& second) const {
    const MatrixXd w = testing::Unpack(q.weight_mean.col(0), dimensions());
    const MatrixXd s = testing::Unpack(q.weight_variance.col(0), dimensions());
    MatrixXd seen = w * second * w;
    for (int d = 0; d < dimensions(); ++d) {
      for (int e = 0; e < dimensions(); ++e) {
        for (int k = 0; k < dimensions(); ++k) {
          for (int l = 0; l < dimensions(); ++l) {
            if (PackedIndex(d, k) == PackedIndex(l, e)) seen(d, e) += s(d, k) * second(k, l);
          }
        }
      }
    }
    return seen;
  }
};

Scene MakeScene(int dimensions, int companions, std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  Scene scene;
  scene.q = testing::RandomPosterior(dimensions, companions + 1, 1, &random);
  const int padded = scene.padded();
  scene.item_row.setZero(2 * padded, companions + 2);
  scene.item_row.topLeftCorner(dimensions, companions + 1) = scene.q.item_mean;
  scene.item_row.block(padded, 0, dimensions, companions + 1) = scene.q.item_variance;
  scene.weight.setZero(padded, padded);
  scene.spread.setZero(padded, padded);
  scene.weight.topLeftCorner(dimensions, dimensions) =
      testing::Unpack(scene.q.weight_mean.col(0), dimensions);
  scene.spread.topLeftCorner(dimensions, dimensions) =
      testing::Unpack(scene.q.weight_variance.col(0), dimensions);
  scene.count = companions;
  for (int b = 1; b <= companions; ++b) {
    scene.item.push_back(b);
    scene.half_label.push_back(random.Chance(0.4) ? 0.5 : -0.5);
  }
  scene.item.resize(Companions::RoomFor(scene.item.size()), companions + 1);
  scene.half_label.resize(scene.item.size(), 0);
  return scene;
}

class CrowdKernelsTest : public ::testing::TestWithParam<std::tuple<std::string, int>> {
 protected:
  int dimensions() const { return std::get<1>(GetParam()); }
  CrowdKernels kernels() const { return KernelsNamed(std::get<0>(GetParam()), dimensions()); }
};

INSTANTIATE_TEST_SUITE_P(Each, CrowdKernelsTest,
                         ::testing::Combine(::testing::ValuesIn(KernelNames()),
                                            ::testing::Values(1, 2, 3, 4, 5, 7, 8, 9, 12)),
                         [](const auto& each) {
                           return std::get<0>(each.param) + "_" + std::to_string(std::get<1>(each.param));
                         });

double CurvatureOf(double square) {
  const double t = std::sqrt(square);
  return std::tanh(t / 2) / (4 * t);
}

TEST_P(CrowdKernelsTest, ItemSumsEqualTheNaiveOnes) {
  for (const int count : {1, 2, 7, 8, 9, 63, 64, 65, 200}) {
    const Scene scene = MakeScene(dimensions(), count, static_cast<std::uint64_t>(count));
    MatrixXd precision = MatrixXd::Zero(dimensions(), dimensions());
    VectorXd linear = VectorXd::Zero(dimensions());
    const MatrixXd w = testing::Unpack(scene.q.weight_mean.col(0), dimensions());
    for (int b = 1; b <= count; ++b) {
      const double c = CurvatureOf(testing::MomentsOfPair(scene.q, 0, 0, b).square);
      precision += c * scene.Seen(scene.Second(b));
      linear += (scene.half_label[static_cast<std::size_t>(b - 1)] - 2 * c * scene.q.bias_mean[0]) * w *
                scene.q.item_mean.col(b);
    }
    MatrixXd by_kernel = MatrixXd::Zero(scene.padded(), scene.padded());
    VectorXd linear_by_kernel = VectorXd::Zero(scene.padded());
    ItemSums sums{by_kernel.data(), linear_by_kernel.data()};
    kernels().add_item(dimensions(), scene.worker(), scene.item_row.data(), scene.companions(), &sums);
    const MatrixXd part = by_kernel.topLeftCorner(dimensions(), dimensions());
    // c is of single precision.
    EXPECT_LT((part - precision).norm(), 1e-6 * precision.norm()) << count;
    EXPECT_LT((linear_by_kernel.head(dimensions()) - linear).norm(), 1e-6 * (1 + linear.norm())) << count;
  }
}

TEST_P(CrowdKernelsTest, WorkerSumsEqualTheNaiveOnes) {
  const int padded = PaddedDimensions(dimensions()), width = PaddedPacked(dimensions());
  const auto packed = static_cast<std::size_t>(PackedSize(padded));
  std::vector<double> moment(packed * static_cast<std::size_t>(width)),
      pending(static_cast<std::size_t>(PendingSize(dimensions())));
  MatrixXd label = MatrixXd::Zero(padded, padded), curvature = label, naive_label = label,
           naive_curvature = label;
  MatrixXd naive_moment = MatrixXd::Zero(width, static_cast<Eigen::Index>(packed));
  WorkerSums sums;
  sums.moment = moment.data();
  sums.label = label.data();
  sums.curvature = curvature.data();
  sums.pending = pending.data();
  double naive_bound = 0, naive_sum_label = 0, naive_sum_curvature = 0;
  for (const int count : {1, 9, 70, 3, 8, 300}) {
    const Scene scene = MakeScene(dimensions(), count, static_cast<std::uint64_t>(count) + 500);
    kernels().add_worker(dimensions(), scene.worker(), scene.item_row.data(), scene.companions(), &sums);
    const auto packed_second = [&](int i) {
      VectorXd second = VectorXd::Zero(width);
      for (int d = 0; d < dimensions(); ++d) {
        for (int e = 0; e <= d; ++e) second[PackedIndex(d, e)] = scene.Second(i)(d, e);
      }
      return second;
    };
    const auto mean = [&](int i) {
      VectorXd full = VectorXd::Zero(padded);
      full.head(dimensions()) = scene.q.item_mean.col(i);
      return full;
    };
    for (int b = 1; b <= count; ++b) {
      const testing::LogitMoments pair = testing::MomentsOfPair(scene.q, 0, 0, b);
      const double t = std::sqrt(pair.square), c = CurvatureOf(pair.square);
      const double half = scene.half_label[static_cast<std::size_t>(b - 1)];
      naive_moment +=
          c * packed_second(b) * packed_second(0).head(static_cast<Eigen::Index>(packed)).transpose();
      naive_label += half * mean(b) * mean(0).transpose();
      naive_curvature += c * mean(b) * mean(0).transpose();
      naive_sum_label += half;
      naive_sum_curvature += c;
      naive_bound += LogSigmoid(t) + half * pair.mean - t / 2;
    }
  }
  kernels().finish(dimensions(), &sums);
  const Eigen::Map<const MatrixXd> found(moment.data(), width, static_cast<Eigen::Index>(packed));
  EXPECT_LT((found - naive_moment).norm(), 1e-12 * naive_moment.norm());
  EXPECT_LT((label - naive_label).norm(), 1e-12 * (1 + naive_label.norm()));
  EXPECT_LT((curvature - naive_curvature).norm(), 1e-12 * (1 + naive_curvature.norm()));
  EXPECT_NEAR(sums.sum_label, naive_sum_label, 1e-11);
  EXPECT_NEAR(sums.sum_curvature, naive_sum_curvature, 1e-12 * naive_sum_curvature);
  EXPECT_NEAR(sums.bound, naive_bound, 1e-12 * std::abs(naive_bound));
}

TEST_P(CrowdKernelsTest, ListsCompanions) {
  Random random(testing::TestSeed(), 7);
  const CrowdLayout layout = MakeCrowdLayout(testing::RandomAnswers(40, 3, 30, 21, &random));
  const RowsView rows{layout.row_of_assignment.data(), layout.item_of_row.data(), layout.group_of_row.data()};
  for (int item = 0; item < layout.num_items; ++item) {
    const auto places = layout.PlacesOf(item);
    for (const bool later : {false, true}) {
      std::vector<int> expected;
      std::vector<double> expected_label;
      for (const ItemPlace& at : places) {
        const auto p = static_cast<std::size_t>(at.assignment);
        const std::int64_t first = layout.row_of_assignment[p], mine = first + at.position;
        for (std::int64_t r = first; r < layout.row_of_assignment[p + 1]; ++r) {
          if (r == mine || (later && r < mine)) continue;
          const auto row = static_cast<std::size_t>(r);
          expected.push_back(layout.item_of_row[row]);
          const bool same = layout.group_of_row[row] == layout.group_of_row[static_cast<std::size_t>(mine)];
          expected_label.push_back(same ? 0.5 : -0.5);
        }
      }
      std::vector<int> found(Companions::RoomFor(21 * places.size()));
      std::vector<double> label(found.size());
      const int count = kernels().list(rows, places.data(), static_cast<int>(places.size()), later, -7,
                                       found.data(), label.data());
      ASSERT_EQ(count, std::ssize(expected));
      expected.insert(expected.end(), 8, -7);
      expected_label.insert(expected_label.end(), 8, 0);
      found.resize(expected.size());
      label.resize(expected.size());
      EXPECT_EQ(found, expected);
      EXPECT_EQ(label, expected_label);
    }
  }
}

TEST(KernelNames, TheBaselineIsAlwaysThere) {
  const std::vector<std::string> names = KernelNames();
  ASSERT_FALSE(names.empty());
  EXPECT_EQ(names.front(), "baseline");
}

TEST(BoundCurvature, EqualsItsClosedForm) {
  for (double t = 1e-4; t < 600; t *= 1.03) {
    const long double exact = std::tanh(static_cast<long double>(t) / 2) / (4 * static_cast<long double>(t));
    EXPECT_NEAR(BoundCurvature(t * t), static_cast<double>(exact), 1e-13 * static_cast<double>(exact)) << t;
  }
}

TEST(BoundCurvature, HasItsLimits) {
  EXPECT_DOUBLE_EQ(BoundCurvature(0), 0.125);
  EXPECT_DOUBLE_EQ(BoundCurvature(-1e-18), 0.125);  // rounding below zero counts as zero
  EXPECT_DOUBLE_EQ(BoundCurvature(1e12), 0.25e-6);
}

}  // namespace
}  // namespace crowdclust
