// Special functions, each accurate to about 1e-14 relative unless it says otherwise. Safe on any thread.
#pragma once

#include <Eigen/Core>
#include <cstdint>

namespace crowdclust {

// log Gamma(x), x > 0.
double LogGamma(double x);

// Derivative of log Gamma(x), x > 0.
double Digamma(double x);

// log Gamma_D(a) = D (D-1) / 4 log pi + sum over d = 0..D-1 of log Gamma(a - d / 2); a > (D-1) / 2.
double LogMultivariateGamma(int dimensions, double a);

// log B(a, b); a, b > 0.
double LogBeta(double a, double b);

// P(X >= x) for X chi-square with so many degrees of freedom, above 0; x >= 0.
double ChiSquareTail(double x, double freedom);

// P(X >= count) for X binomial of n answers, each right with chance p, 0 < p < 1; to about 1e-12.
double BinomialTail(std::int64_t n, double p, std::int64_t count);

// z with P(X <= z) = p for X standard normal; 0 < p < 1.
double NormalQuantile(double p);

// log of the sum of exp(values); -infinity for none. Does not overflow.
double LogSumExp(const Eigen::Ref<const Eigen::VectorXd>& values);

// 1 / (1 + exp(-x)).
double Sigmoid(double x);

// log(p / (1 - p)), 0 < p < 1: the inverse of the sigmoid.
double Logit(double p);

// log(1 / (1 + exp(-x))), without loss for large |x|.
double LogSigmoid(double x);

}  // namespace crowdclust
