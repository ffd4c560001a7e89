#include "base/special.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <unsupported/Eigen/SpecialFunctions>

namespace crowdclust {

double LogGamma(double x) {
  int sign = 0;
  return lgamma_r(x, &sign);  // lgamma writes a global
}

double Digamma(double x) { return Eigen::numext::digamma(x); }

double LogMultivariateGamma(int dimensions, double a) {
  double sum = 0.25 * dimensions * (dimensions - 1) * std::log(std::numbers::pi);
  for (int d = 0; d < dimensions; ++d) sum += LogGamma(a - 0.5 * d);
  return sum;
}

double LogBeta(double a, double b) { return LogGamma(a) + LogGamma(b) - LogGamma(a + b); }

double ChiSquareTail(double x, double freedom) { return Eigen::numext::igammac(freedom / 2, x / 2); }

double BinomialTail(std::int64_t n, double p, std::int64_t count) {
  if (count <= 0) return 1;
  if (count > n) return 0;
  return Eigen::numext::betainc(static_cast<double>(count), static_cast<double>(n - count + 1), p);
}

double NormalQuantile(double p) { return Eigen::numext::ndtri(p); }

double LogSumExp(const Eigen::Ref<const Eigen::VectorXd>& values) {
  if (values.size() == 0) return -std::numeric_limits<double>::infinity();
  const double largest = values.maxCoeff();
  if (!std::isfinite(largest)) return largest;
  return largest + std::log((values.array() - largest).exp().sum());
}

double Sigmoid(double x) {
  if (x >= 0) return 1 / (1 + std::exp(-x));
  const double e = std::exp(x);
  return e / (1 + e);
}

double Logit(double p) { return std::log(p / (1 - p)); }

double LogSigmoid(double x) { return x >= 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x)); }

}  // namespace crowdclust
