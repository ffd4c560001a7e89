#include "planning/pair_information.h"

#include <cmath>

namespace crowdclust {
namespace {

double Entropy(double chance) {
  const auto part = [](double p) { return p > 0 ? -p * std::log(p) : 0.0; };
  return part(chance) + part(1 - chance);
}

}  // namespace

double PairInformation(double together, const TogetherRates& rates) {
  const double label = together * rates.within + (1 - together) * rates.between;
  const double known = together * Entropy(rates.within) + (1 - together) * Entropy(rates.between);
  return std::fmax(Entropy(label) - known, 0);
}

std::vector<double> PairInformationOfCounts(int samples, const TogetherRates& rates) {
  std::vector<double> information;
  for (int count = 0; count <= samples; ++count)
    information.push_back(PairInformation(static_cast<double>(count) / samples, rates));
  return information;
}

}  // namespace crowdclust
