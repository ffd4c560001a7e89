// The inner loops over the pairs of one assignment. Built for several instruction sets and chosen at run
// time.
#pragma once

namespace crowdclust {

// One assignment's companions b of an item, as arrays over slots: row i of an array begins at i * stride.
struct PairView {
  int dimensions = 0;                     // D
  int packed = 0;                         // P = D (D + 1) / 2
  int stride = 0;                         // S, slots of the assignment, padding included
  const double* second_moment = nullptr;  // P x S: E[W x_b x_b' W], packed, entries off the diagonal doubled
  const double* pull = nullptr;           // D x S: E[W] E[x_b]
  const int* group = nullptr;             // S; -1 for padding
  double bias_mean = 0;                   // E[tau]
  double bias_second = 0;                 // E[tau^2]
};

// The item at `position` of that assignment.
struct ItemView {
  int position = 0;
  const double* mean = nullptr;           // D: E[x]
  const double* second_moment = nullptr;  // P: E[x x'], packed
};

// Adds to `precision` (P, packed, entries off the diagonal doubled) the sum over b of c(t_ab) E[W x_b x_b' W]
// and to `linear` (D) the sum over b of (l_ab / 2 - 2 c(t_ab) E[tau]) E[W] E[x_b], both at the best
// t_ab^2 = E[A_ab^2] (M5, M6). `scratch` holds 2 * stride doubles.
void AddItemSums(const PairView& pairs, const ItemView& item, double* precision, double* linear,
                 double* scratch);

// What a worker's update needs, summed over pairs a < b of the worker's assignments; c at its best t.
struct WorkerSums {
  double* moment = nullptr;     // P x P: c E[x_a x_a'] (packed) by E[x_b x_b'] (packed)
  double* label = nullptr;      // D x D: l / 2 E[x_a] E[x_b]', row a's coordinate outermost
  double* curvature = nullptr;  // D x D: c E[x_a] E[x_b]'
  double sum_label = 0;         // l / 2
  double sum_curvature = 0;     // c
  double bound = 0;             // log sigmoid(t) + (l E[A] - t) / 2: the pairs' part of the bound (M9)
};

// The items of an assignment, as arrays over its slots.
struct ItemMoments {
  const double* mean = nullptr;           // D x S: E[x]
  const double* second_moment = nullptr;  // P x S: E[x x'], packed
};

// Doubles of scratch that AddWorkerSums needs.
constexpr int WorkerScratch(int stride, int packed, int dimensions) {
  return 4 * stride + 2 * packed + 3 * dimensions;
}

// Adds one assignment of `size` items.
void AddWorkerSums(const PairView& pairs, int size, const ItemMoments& items, double* scratch,
                   WorkerSums* sums);

// c(t) = tanh(t / 2) / (4 t) of M5 for t^2 >= 0; 1/8 at 0. Relative error below 1e-13.
double BoundCurvature(double t_squared);

}  // namespace crowdclust
