#include "base/special.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace crowdclust {
namespace {

TEST(LogGamma, IsLogFactorial) {
  double log_factorial = 0;
  for (int n = 1; n < 30; ++n) {
    log_factorial += std::log(n);
    EXPECT_NEAR(LogGamma(n + 1), log_factorial, 1e-12 * (1 + log_factorial));
  }
  EXPECT_NEAR(LogGamma(0.5), 0.5 * std::log(std::numbers::pi), 1e-15);
}

TEST(Digamma, IsTheSlopeOfLogGamma) {
  EXPECT_NEAR(Digamma(1), -std::numbers::egamma, 1e-14);
  for (double x = 0.05; x < 1000; x *= 1.3) {
    EXPECT_NEAR(Digamma(x + 1), Digamma(x) + 1 / x, 1e-12 * (1 + 1 / x));
    const double step = 1e-5 * x;
    EXPECT_NEAR((LogGamma(x + step) - LogGamma(x - step)) / (2 * step), Digamma(x),
                1e-6 * (1 + std::abs(Digamma(x))));
  }
}

TEST(LogMultivariateGamma, FollowsItsRecurrence) {
  EXPECT_DOUBLE_EQ(LogMultivariateGamma(1, 2.5), LogGamma(2.5));
  for (int d = 2; d < 6; ++d) {
    // Gamma_D(a) = pi^((D-1)/2) Gamma(a) Gamma_{D-1}(a - 1/2)
    const double a = 4.2;
    EXPECT_NEAR(
        LogMultivariateGamma(d, a),
        0.5 * (d - 1) * std::log(std::numbers::pi) + LogGamma(a) + LogMultivariateGamma(d - 1, a - 0.5),
        1e-12);
  }
}

TEST(LogBeta, IsSymmetricAndKnown) {
  EXPECT_NEAR(LogBeta(2, 3), std::log(1.0 / 12), 1e-14);
  EXPECT_DOUBLE_EQ(LogBeta(0.3, 7), LogBeta(7, 0.3));
}

TEST(LogSumExp, DoesNotOverflow) {
  EXPECT_DOUBLE_EQ(LogSumExp(Eigen::Vector2d(1000, 1000)), 1000 + std::numbers::ln2);
  EXPECT_DOUBLE_EQ(LogSumExp(Eigen::Vector2d(-1000, -1001)), -1000 + std::log1p(std::exp(-1)));
  const double nothing = -std::numeric_limits<double>::infinity();
  EXPECT_EQ(LogSumExp(Eigen::VectorXd()), nothing);
  EXPECT_EQ(LogSumExp(Eigen::Vector2d(nothing, nothing)), nothing);
}

TEST(Sigmoid, KeepsItsDigitsFarOut) {
  for (const double x : {-700.0, -40.0, -1.5, 0.0, 0.3, 30.0, 700.0}) {
    EXPECT_NEAR(Sigmoid(x) + Sigmoid(-x), 1, 1e-15);
    EXPECT_NEAR(LogSigmoid(x) - LogSigmoid(-x), x, 1e-12 * (1 + std::abs(x)));
  }
  EXPECT_DOUBLE_EQ(LogSigmoid(-800), -800);
  EXPECT_NEAR(LogSigmoid(2), std::log(Sigmoid(2)), 1e-15);
}

TEST(BinomialTail, AgreesWithSums) {
  for (const int n : {1, 7, 40}) {
    for (const double p : {0.02, 0.125, 0.7}) {
      double tail = 0;
      for (int k = n; k >= 0; --k) {
        tail += std::exp(LogGamma(n + 1.0) - LogGamma(k + 1.0) - LogGamma(n - k + 1.0) + k * std::log(p) +
                         (n - k) * std::log1p(-p));
        EXPECT_NEAR(BinomialTail(n, p, k), tail, 1e-12) << n << " " << p << " " << k;
      }
      EXPECT_EQ(BinomialTail(n, p, n + 1), 0);
    }
  }
  EXPECT_EQ(BinomialTail(5, 0.5, 0), 1);
}

TEST(NormalQuantile, InvertsTheDistribution) {
  for (const double p : {1e-9, 0.025, 0.5, 0.9, 0.999})
    EXPECT_NEAR(0.5 * std::erfc(-NormalQuantile(p) / std::sqrt(2.0)), p, 1e-12);
}

}  // namespace
}  // namespace crowdclust
