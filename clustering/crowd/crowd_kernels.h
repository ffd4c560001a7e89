// The inner loops over pairs: one item seen by one worker, against the items that stood beside it. Built for
// several instruction sets and chosen at run time.
//
// Dimensions are padded to D' = PaddedDimensions(D), a multiple of 4; what stands beyond D is 0 and adds
// nothing. P' = D' (D' + 1) / 2 packed entries. All arrays are row-major.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "clustering/crowd/crowd_layout.h"
#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust {

constexpr int PaddedDimensions(int dimensions) { return (dimensions + 3) / 4 * 4; }

// How a worker sees.
struct WorkerView {
  const double* weight = nullptr;  // D' x D': E[W]
  const double* spread = nullptr;  // D' x D': Var of the entries of W
  double bias_mean = 0;            // E[tau]
  double bias_second = 0;          // E[tau^2]
};

// Rows of a CrowdLayout; its slack may be read.
struct RowsView {
  const std::int64_t* row_of_assignment = nullptr;  // first rows
  const int* item_of_row = nullptr;
  const int* group_of_row = nullptr;
};

// The items beside one item. Items are rows of `item_row`: D' means, then D' variances. The lists have
// RoomFor(n) places: after the n companions come rows of zeros and labels of 0.
struct Companions {
  const double* item_row = nullptr;    // (N + 1) x 2 D'; the last row is 0
  const int* item = nullptr;           // which rows
  const double* half_label = nullptr;  // 1/2 for a pair put together, else -1/2
  int count = 0;                       // n, at least 1

  static constexpr std::size_t RoomFor(std::size_t n) { return (n + 15) / 8 * 8; }
};

// What an item's update needs (M6), summed over its companions at their best t^2 = E[A^2] (M5).
struct ItemSums {
  double* precision = nullptr;  // D' x D': c E[W x_b x_b' W]
  double* linear = nullptr;     // D': (l / 2 - 2 c E[tau]) E[W] E[x_b]
};

// What a worker's update needs (M7, M8), summed over pairs, c at its best t. Sums are whole after `finish`.
struct WorkerSums {
  double* moment = nullptr;     // P' x PaddedPacked: c E[x_a x_a'] (packed) by E[x_b x_b'] (packed)
  double* label = nullptr;      // D' x D': l / 2 E[x_a] E[x_b]'
  double* curvature = nullptr;  // D' x D': c E[x_a] E[x_b]'
  double sum_label = 0;         // l / 2
  double sum_curvature = 0;     // c
  double bound = 0;             // log sigmoid(t) + (l E[A] - t) / 2: the pairs' part of the bound (M9)

  // Not yet in the sums above: up to kPending outer products, and the factors 1 + exp(-t) of lanes.
  static constexpr int kPending = 4;
  static constexpr int kMostLanes = 8;
  double* pending = nullptr;  // PendingSize: kPending left sides of P', then as many right sides
  int num_pending = 0;
  double growth[kMostLanes] = {1, 1, 1, 1, 1, 1, 1, 1};
  int num_growths = 0;
};

constexpr int PaddedPacked(int dimensions) { return (PackedSize(PaddedDimensions(dimensions)) + 3) / 4 * 4; }
constexpr int PendingSize(int dimensions) { return 2 * WorkerSums::kPending * PaddedPacked(dimensions); }

// The kernels of one instruction set. `item` is the row (2 D') of the one item. O(n D^2 + D^3).
struct CrowdKernels {
  using AddItem = void (*)(int dimensions, const WorkerView& worker, const double* item,
                           const Companions& companions, ItemSums* sums);
  using AddWorker = void (*)(int dimensions, const WorkerView& worker, const double* item,
                             const Companions& companions, WorkerSums* sums);
  using Finish = void (*)(int dimensions, WorkerSums* sums);
  // Lists the items beside the one at these places, `later` only those after it in each assignment; returns
  // how many. Writes up to RoomFor(sum of M) of each list, and ends them with row `zero_row`.
  using List = int (*)(const RowsView& rows, const ItemPlace* places, int num_places, bool later,
                       int zero_row, int* item, double* half_label);
  AddItem add_item;
  AddWorker add_worker;
  Finish finish;
  List list;
};

// The instruction sets that this machine runs and this program has kernels for, narrowest first; "baseline"
// is always there.
std::vector<std::string> KernelNames();

// The kernels of one of these, for D dimensions (1 to kMaxDimensions).
CrowdKernels KernelsNamed(const std::string& name, int dimensions);

// The widest.
CrowdKernels BestKernels(int dimensions);

// c(t) = tanh(t / 2) / (4 t) of M5 for t^2 >= 0; 1/8 at 0. Relative error below 1e-13.
double BoundCurvature(double t_squared);

}  // namespace crowdclust
