// The kernels themselves, built once by each source that sets CROWDCLUST_LANES and CROWDCLUST_KERNEL_SET.
// Nothing here may call an inline function of another header: the linker keeps one copy of such a function,
// which might then be of an instruction set that the machine lacks.
#include <cmath>

#include "clustering/crowd/kernel_lanes.h"
#include "clustering/crowd/kernel_matrices.h"
#include "clustering/crowd/kernel_set.h"
#include "clustering/crowd/kernel_tile.h"

// Each source of the kernels has its own of all this.
// NOLINTBEGIN(misc-definitions-in-headers)
namespace crowdclust {
namespace {

// exp(-t) + 1 is at most 2, so that so many factors stay below the largest double.
constexpr int kMostGrowths = 900;

template <int kD>
void AddItem(int dimensions, const WorkerView& worker, const double* item, const Companions& companions,
             ItemSums* sums) {
  const int any = Padded(dimensions);
  const int dims = kD > 0 ? kD : any;
  constexpr int kRoom = Sizes<kD>::kRoom;
  alignas(64) double seen[kRoom * kRoom], full[kRoom * kRoom], pull[kRoom];
  double sum[kRoom * (kRoom + 1) / 2 + kRoom];
  SeeItem<kD>(worker, item, any, seen, pull);
  Tile<kD> tile;
  for (int from = 0; from < companions.count; from += kTile) {
    Gather<kD>(companions, from, any, &tile);
    for (int at = 0; at < tile.lanes; at += kLanes)
      Store(ScoreOf<kD>(worker, seen, pull, tile, at, any).square, tile.curvature + at);
    Store(Lanes{}, tile.curvature + tile.lanes);
    for (int at = 0; at < tile.lanes; at += 2 * kLanes) {
      Lanes low, high;
      Widen(CurvatureAt(Narrow(Load(tile.curvature + at), Load(tile.curvature + at + kLanes))), &low, &high);
      Store(low, tile.curvature + at);
      Store(high, tile.curvature + at + kLanes);
    }
    for (int at = 0; at < tile.lanes; at += kLanes) {
      Store(Load(tile.half_label + at) - (2 * worker.bias_mean) * Load(tile.curvature + at), tile.force + at);
    }
    SumTile<kD, false>(tile, any, from == 0, sum);
  }
  const double* force = sum + dims * (dims + 1) / 2;
  for (int d = 0, packed = 0; d < dims; ++d) {
    for (int e = 0; e <= d; ++e) full[d * dims + e] = full[e * dims + d] = sum[packed++];
  }
  AddSeen<kD>(worker, full, any, sums->precision);
  constexpr int kPart = Sizes<kD>::kPart;
  for (int e = 0; e < dims; e += kPart) {
    auto linear = Part<kD>(sums->linear + e);
    for (int d = 0; d < dims; ++d) linear += force[d] * Part<kD>(worker.weight + d * dims + e);
    Put<kD>(linear, sums->linear + e);
  }
}

// Adds the pending outer products to the moment.
template <int kD>
CROWDCLUST_INLINE void FlushPending(int dimensions, WorkerSums* sums) {
  const int dims = kD > 0 ? kD : Padded(dimensions);
  const int packed = dims * (dims + 1) / 2, width = (packed + 3) / 4 * 4;
  for (int k = sums->num_pending * width; k < WorkerSums::kPending * width; ++k) {
    sums->pending[k] = sums->pending[WorkerSums::kPending * width + k] = 0;
  }
  const double* __restrict left = sums->pending;
  const double* __restrict right = sums->pending + WorkerSums::kPending * width;
  for (int i = 0; i < packed; ++i) {
    double* __restrict row = sums->moment + i * width;
    const double a = left[i], b = left[width + i], c = left[2 * width + i], d = left[3 * width + i];
    for (int k = 0; k < width; ++k) {
      row[k] += (a * right[k] + b * right[width + k]) + (c * right[2 * width + k] + d * right[3 * width + k]);
    }
  }
  sums->num_pending = 0;
}

CROWDCLUST_INLINE void FlushGrowths(WorkerSums* sums) {
  for (double& growth : sums->growth) {
    sums->bound -= std::log(growth);
    growth = 1;
  }
  sums->num_growths = 0;
}

// The companions' c, force and bound.
template <int kD>
CROWDCLUST_INLINE void WeighTile(const WorkerView& worker, const double* seen, const double* pull, int any,
                                 Tile<kD>* tile, WorkerSums* sums) {
  Lanes sum_curvature = {}, sum_label = {}, sum_bound = {}, growth = Load(sums->growth);
  for (int at = 0; at < tile->lanes; at += kLanes) {
    const Score score = ScoreOf<kD>(worker, seen, pull, *tile, at, any);
    const Lanes t = SquareRoot(score.square);
    const Lanes e = ExpOfMinus(t);
    const Lanes label = Load(tile->half_label + at);
    const Lanes weight = label * label * 4;  // 0 for padding
    const Lanes c = weight * Curvature(t, e);
    Store(c, tile->curvature + at);
    Store(label, tile->force + at);
    sum_curvature += c;
    sum_label += label;
    sum_bound += label * (score.product + worker.bias_mean) - 0.5 * weight * t;
    growth *= 1 + weight * e;
    ++sums->num_growths;
  }
  Store(growth, sums->growth);
  sums->sum_curvature += SumOfLanes(sum_curvature);
  sums->sum_label += SumOfLanes(sum_label);
  sums->bound += SumOfLanes(sum_bound);
  if (sums->num_growths > kMostGrowths) FlushGrowths(sums);
}

template <int kD>
void AddWorker(int dimensions, const WorkerView& worker, const double* item, const Companions& companions,
               WorkerSums* sums) {
  const int any = Padded(dimensions);
  const int dims = kD > 0 ? kD : any;
  const int packed = dims * (dims + 1) / 2, width = (packed + 3) / 4 * 4;
  constexpr int kRoom = Sizes<kD>::kRoom;
  alignas(64) double seen[kRoom * kRoom], pull[kRoom];
  double sum[kRoom * (kRoom + 1) / 2 + 2 * kRoom];
  SeeItem<kD>(worker, item, any, seen, pull);
  Tile<kD> tile;
  for (int from = 0; from < companions.count; from += kTile) {
    Gather<kD>(companions, from, any, &tile);
    WeighTile<kD>(worker, seen, pull, any, &tile, sums);
    SumTile<kD, true>(tile, any, from == 0, sum);
  }
  double* __restrict left = sums->pending + sums->num_pending * width;
  double* __restrict right = left + WorkerSums::kPending * width;
  for (int d = 0, k = 0; d < dims; ++d) {
    for (int e = 0; e < d; ++e) left[k++] = item[d] * item[e];
    left[k++] = item[d] * item[d] + item[dims + d];
  }
  for (int k = 0; k < packed; ++k) right[k] = sum[k];
  for (int k = packed; k < width; ++k) left[k] = right[k] = 0;
  constexpr int kPart = Sizes<kD>::kPart;
  for (int d = 0; d < dims; ++d) {
    for (int e = 0; e < dims; e += kPart) {
      double* label = sums->label + d * dims + e;
      double* curvature = sums->curvature + d * dims + e;
      Put<kD>(Part<kD>(label) + item[d] * Part<kD>(sum + packed + e), label);
      Put<kD>(Part<kD>(curvature) + item[d] * Part<kD>(sum + packed + dims + e), curvature);
    }
  }
  if (++sums->num_pending == WorkerSums::kPending) FlushPending<kD>(dimensions, sums);
}

template <int kD>
void Finish(int dimensions, WorkerSums* sums) {
  FlushPending<kD>(dimensions, sums);
  FlushGrowths(sums);
}

// Copies rows from..to-1 and more, in steps of eight.
CROWDCLUST_INLINE void ListRows(const RowsView& rows, std::int64_t from, std::int64_t to, int own_group,
                                int* __restrict item, double* __restrict half_label) {
  for (; from < to; from += 8, item += 8, half_label += 8) {
    for (int k = 0; k < 8; ++k) item[k] = rows.item_of_row[from + k];
    for (int k = 0; k < 8; ++k) half_label[k] = rows.group_of_row[from + k] == own_group ? 0.5 : -0.5;
  }
}

int List(const RowsView& rows, const ItemPlace* places, int num_places, bool later, int zero_row, int* item,
         double* half_label) {
  std::int64_t count = 0;
  for (int i = 0; i < num_places; ++i) {
    const std::int64_t first = rows.row_of_assignment[places[i].assignment];
    const std::int64_t last = rows.row_of_assignment[places[i].assignment + 1];
    const std::int64_t mine = first + places[i].position;
    const int own_group = rows.group_of_row[mine];
    if (!later) {
      ListRows(rows, first, mine, own_group, item + count, half_label + count);
      count += mine - first;
    }
    ListRows(rows, mine + 1, last, own_group, item + count, half_label + count);
    count += last - mine - 1;
  }
  for (int k = 0; k < 8; ++k) {
    item[count + k] = zero_row;
    half_label[count + k] = 0;
  }
  return static_cast<int>(count);
}

template <int kD>
constexpr CrowdKernels KernelsOf() {
  return {AddItem<kD>, AddWorker<kD>, Finish<kD>, List};
}

double CurvatureOf(double t_squared) {
  const Lanes t = SquareRoot(Lanes{} + (t_squared > 0 ? t_squared : 0.0));
  return Curvature(t, ExpOfMinus(t))[0];
}

}  // namespace

extern const KernelSet CROWDCLUST_KERNEL_SET;
const KernelSet CROWDCLUST_KERNEL_SET = {KernelsOf<4>(), KernelsOf<8>(), KernelsOf<0>(), CurvatureOf};

}  // namespace crowdclust
// NOLINTEND(misc-definitions-in-headers)
