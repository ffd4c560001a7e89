#include "base/isotonic.h"

#include <cassert>

namespace crowdclust {
namespace {

struct Pool {
  double mean = 0;
  double weight = 0;
  std::size_t places = 0;
};

}  // namespace

IsotonicFit FitIsotonic(std::span<const double> values, std::span<const double> weights) {
  assert(values.size() == weights.size());
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < values.size(); ++i) {
    assert(weights[i] > 0);
    Pool last{values[i], weights[i], 1};
    while (!pools.empty() && pools.back().mean >= last.mean) {
      const Pool& before = pools.back();
      const double weight = before.weight + last.weight;
      last.mean = (before.mean * before.weight + last.mean * last.weight) / weight;
      last.weight = weight;
      last.places += before.places;
      pools.pop_back();
    }
    pools.push_back(last);
  }
  IsotonicFit fit;
  for (std::size_t p = 0; p < pools.size(); ++p) {
    fit.value.insert(fit.value.end(), pools[p].places, pools[p].mean);
    fit.block.insert(fit.block.end(), pools[p].places, static_cast<int>(p));
  }
  return fit;
}

}  // namespace crowdclust
