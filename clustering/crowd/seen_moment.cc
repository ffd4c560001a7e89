#include "clustering/crowd/seen_moment.h"

#include "clustering/crowd/crowd_posterior.h"
#include "clustering/crowd/target_clones.h"

namespace crowdclust {
namespace {

// For kDimensions dimensions, or any number where it is 0. With a number known to the compiler all loops
// unroll.
template <int kDimensions>
CROWDCLUST_INLINE void Seen(const double* weight_mean, const double* weight_variance, const double* item_mean,
                            const double* item_variance, int num_dimensions, double* packed, double* pull) {
  constexpr int kRoom = kDimensions > 0 ? kDimensions : kMaxDimensions;
  const int dimensions = kDimensions > 0 ? kDimensions : num_dimensions;
  double weight[kRoom][kRoom];
  double spread[kRoom][kRoom];
  for (int e = 0; e < dimensions; ++e) {
    for (int d = 0; d <= e; ++d) {
      weight[d][e] = weight[e][d] = weight_mean[PackedIndex(d, e)];
      spread[d][e] = spread[e][d] = weight_variance[PackedIndex(d, e)];
    }
  }
  for (int d = 0; d < dimensions; ++d) {
    double sum = 0;
    for (int e = 0; e < dimensions; ++e) sum += weight[d][e] * item_mean[e];
    pull[d] = sum;
  }
  for (int e = 0; e < dimensions; ++e) {
    double scaled[kRoom];
    for (int k = 0; k < dimensions; ++k) scaled[k] = weight[e][k] * item_variance[k];
    for (int d = 0; d < e; ++d) {
      double sum = pull[d] * pull[e] + spread[d][e] * item_mean[d] * item_mean[e];
      for (int k = 0; k < dimensions; ++k) sum += weight[d][k] * scaled[k];
      packed[PackedIndex(d, e)] = 2 * sum;
    }
    double sum = pull[e] * pull[e];
    for (int k = 0; k < dimensions; ++k) {
      sum += weight[e][k] * scaled[k] + spread[e][k] * (item_mean[k] * item_mean[k] + item_variance[k]);
    }
    packed[PackedIndex(e, e)] = sum;
  }
}

}  // namespace

CROWDCLUST_CLONES
void SeenSecondMoment(const double* weight_mean, const double* weight_variance, const double* item_mean,
                      const double* item_variance, int dimensions, double* packed, double* pull) {
  switch (dimensions) {
    case 2:
      return Seen<2>(weight_mean, weight_variance, item_mean, item_variance, dimensions, packed, pull);
    case 4:
      return Seen<4>(weight_mean, weight_variance, item_mean, item_variance, dimensions, packed, pull);
    case 6:
      return Seen<6>(weight_mean, weight_variance, item_mean, item_variance, dimensions, packed, pull);
    case 8:
      return Seen<8>(weight_mean, weight_variance, item_mean, item_variance, dimensions, packed, pull);
    default:
      return Seen<0>(weight_mean, weight_variance, item_mean, item_variance, dimensions, packed, pull);
  }
}

}  // namespace crowdclust
