#include "clustering/crowd/crowd_sweep.h"

#include <array>
#include <cmath>
#include <utility>

#include "base/parallel.h"
#include "clustering/crowd/item_factor.h"
#include "clustering/crowd/pair_kernels.h"
#include "clustering/crowd/seen_moment.h"
#include "clustering/crowd/worker_factors.h"

namespace crowdclust {
namespace {

constexpr int kMaxPacked = PackedSize(kMaxDimensions);

PairView ViewOf(const CrowdState& state, int assignment) {
  const CrowdPosterior& q = state.posterior;
  const auto p = static_cast<std::size_t>(assignment);
  const auto slot = static_cast<std::size_t>(state.layout->slot_of_assignment[p]);
  const int worker = state.layout->worker_of_assignment[p];
  PairView view;
  view.dimensions = q.dimensions();
  view.packed = PackedSize(view.dimensions);
  view.stride = state.layout->StrideOf(assignment);
  view.second_moment = state.seen_second_moment.data() + slot * static_cast<std::size_t>(view.packed);
  view.pull = state.pull.data() + slot * static_cast<std::size_t>(view.dimensions);
  view.group = state.layout->group_of_slot.data() + slot;
  view.bias_mean = q.bias_mean[worker];
  view.bias_second = q.bias_mean[worker] * q.bias_mean[worker] + q.bias_variance[worker];
  return view;
}

// Brings one slot's view of its item up to date.
void RefreshSlot(CrowdState* state, int assignment, int position) {
  const CrowdPosterior& q = state->posterior;
  const int dimensions = q.dimensions();
  const int packed = PackedSize(dimensions);
  const auto p = static_cast<std::size_t>(assignment);
  const std::int64_t slot = state->layout->slot_of_assignment[p];
  const int stride = state->layout->StrideOf(assignment);
  const int worker = state->layout->worker_of_assignment[p];
  const int item = state->layout->item_of_slot[static_cast<std::size_t>(slot + position)];
  std::array<double, kMaxPacked> moment;
  std::array<double, kMaxDimensions> pull;
  SeenSecondMoment(q.weight_mean.col(worker).data(), q.weight_variance.col(worker).data(),
                   q.item_mean.col(item).data(), q.item_variance.col(item).data(), dimensions, moment.data(),
                   pull.data());
  double* to = state->seen_second_moment.data() + slot * packed + position;
  for (int i = 0; i < packed; ++i)
    to[static_cast<std::ptrdiff_t>(i) * stride] = moment[static_cast<std::size_t>(i)];
  to = state->pull.data() + slot * dimensions + position;
  for (int d = 0; d < dimensions; ++d)
    to[static_cast<std::ptrdiff_t>(d) * stride] = pull[static_cast<std::size_t>(d)];
}

void RefreshAll(CrowdState* state, int num_threads) {
  ParallelFor(num_threads, state->layout->num_workers, [state](std::int64_t worker) {
    for (const int p : state->layout->AssignmentsOf(static_cast<int>(worker))) {
      for (int k = 0; k < state->layout->size_of_assignment[static_cast<std::size_t>(p)]; ++k)
        RefreshSlot(state, p, k);
    }
  });
}

void SweepItem(CrowdState* state, int item) {
  CrowdPosterior& q = state->posterior;
  const int dimensions = q.dimensions();
  std::array<double, kMaxPacked> precision{};
  std::array<double, kMaxPacked> moment;
  std::array<double, kMaxDimensions> linear{};
  thread_local std::vector<double> scratch;
  scratch.resize(2 * static_cast<std::size_t>(state->layout->largest_stride));
  PackedSecondMoment(q.item_mean.col(item).data(), q.item_variance.col(item).data(), dimensions,
                     moment.data());
  for (const ItemPlace& place : state->layout->PlacesOf(item)) {
    const ItemView view{place.position, q.item_mean.col(item).data(), moment.data()};
    AddItemSums(ViewOf(*state, place.assignment), view, precision.data(), linear.data(), scratch.data());
  }
  UpdateItem(state->item_prior_variance, precision.data(), linear.data(), q.item_mean.col(item),
             q.item_variance.col(item));
  for (const ItemPlace& place : state->layout->PlacesOf(item))
    RefreshSlot(state, place.assignment, place.position);
}

// The items of an assignment as arrays over its slots; padding is zero.
void GatherItems(const CrowdState& state, int assignment, std::vector<double>* mean,
                 std::vector<double>* moment) {
  const CrowdPosterior& q = state.posterior;
  const int dimensions = q.dimensions();
  const int packed = PackedSize(dimensions);
  const auto p = static_cast<std::size_t>(assignment);
  const auto stride = static_cast<std::size_t>(state.layout->StrideOf(assignment));
  mean->assign(stride * static_cast<std::size_t>(dimensions), 0);
  moment->assign(stride * static_cast<std::size_t>(packed), 0);
  std::array<double, kMaxPacked> one;
  for (int k = 0; k < state.layout->size_of_assignment[p]; ++k) {
    const auto slot = static_cast<std::size_t>(state.layout->slot_of_assignment[p] + k);
    const int item = state.layout->item_of_slot[slot];
    PackedSecondMoment(q.item_mean.col(item).data(), q.item_variance.col(item).data(), dimensions,
                       one.data());
    for (int d = 0; d < dimensions; ++d)
      (*mean)[static_cast<std::size_t>(d) * stride + static_cast<std::size_t>(k)] = q.item_mean(d, item);
    for (int i = 0; i < packed; ++i)
      (*moment)[static_cast<std::size_t>(i) * stride + static_cast<std::size_t>(k)] =
          one[static_cast<std::size_t>(i)];
  }
}

// Updates one worker in `sweep` and returns the worker's pairs' part of the bound.
double SweepWorker(const CrowdState& state, int worker, WorkerSweep* sweep) {
  const int dimensions = state.posterior.dimensions();
  const auto d = static_cast<std::size_t>(dimensions);
  const auto packed = static_cast<std::size_t>(PackedSize(dimensions));
  thread_local std::vector<double> totals, scratch, mean, moment;
  totals.assign(packed * packed + 2 * d * d, 0);
  scratch.resize(static_cast<std::size_t>(
      WorkerScratch(state.layout->largest_stride, static_cast<int>(packed), dimensions)));
  WorkerSums sums;
  sums.moment = totals.data();
  sums.label = totals.data() + packed * packed;
  sums.curvature = sums.label + d * d;
  for (const int p : state.layout->AssignmentsOf(worker)) {
    GatherItems(state, p, &mean, &moment);
    AddWorkerSums(ViewOf(state, p), state.layout->size_of_assignment[static_cast<std::size_t>(p)],
                  {mean.data(), moment.data()}, scratch.data(), &sums);
  }
  const WorkerPosterior updated =
      UpdateWorker(state.worker_prior, dimensions, state.posterior.bias_mean[worker], sums);
  sweep->weight_mean.col(worker) = updated.weight_mean;
  sweep->weight_variance.col(worker) = updated.weight_variance;
  sweep->bias_mean[worker] = updated.bias_mean;
  sweep->bias_variance[worker] = updated.bias_variance;
  return sums.bound;
}

}  // namespace

CrowdState MakeCrowdState(const CrowdLayout& layout, const CrowdPrior& prior, CrowdPosterior posterior,
                          int num_threads) {
  CrowdState state;
  state.layout = &layout;
  state.item_prior_variance = prior.item_variance;
  state.posterior = std::move(posterior);
  const int dimensions = state.posterior.dimensions();
  state.worker_prior = MakeWorkerPrior(prior, dimensions);
  state.seen_second_moment.assign(static_cast<std::size_t>(layout.num_slots * PackedSize(dimensions)), 0);
  state.pull.assign(static_cast<std::size_t>(layout.num_slots * dimensions), 0);
  RefreshAll(&state, num_threads);
  return state;
}

void SweepItems(CrowdState* state, int num_threads) {
  const CrowdLayout& layout = *state->layout;
  for (std::size_t c = 0; c + 1 < layout.first_of_class.size(); ++c) {
    const std::int64_t first = layout.first_of_class[c];
    ParallelFor(num_threads, layout.first_of_class[c + 1] - first, [&](std::int64_t i) {
      SweepItem(state, layout.item_in_class[static_cast<std::size_t>(first + i)]);
    });
  }
}

WorkerSweep SweepWorkers(const CrowdState& state, int num_threads) {
  const CrowdPosterior& q = state.posterior;
  WorkerSweep sweep;
  sweep.weight_mean.resizeLike(q.weight_mean);
  sweep.weight_variance.resizeLike(q.weight_variance);
  sweep.bias_mean.resizeLike(q.bias_mean);
  sweep.bias_variance.resizeLike(q.bias_variance);
  std::vector<double> bound(static_cast<std::size_t>(q.num_workers()));
  ParallelFor(num_threads, q.num_workers(), [&](std::int64_t worker) {
    bound[static_cast<std::size_t>(worker)] = SweepWorker(state, static_cast<int>(worker), &sweep);
  });
  for (const double part : bound) sweep.bound += part;
  sweep.bound -= GaussianDivergence(q.item_mean, q.item_variance, state.item_prior_variance);
  sweep.bound -= WorkerDivergence(state.worker_prior, q);
  return sweep;
}

void AdoptWorkers(WorkerSweep&& sweep, CrowdState* state, int num_threads) {
  CrowdPosterior& q = state->posterior;
  q.weight_mean = std::move(sweep.weight_mean);
  q.weight_variance = std::move(sweep.weight_variance);
  q.bias_mean = std::move(sweep.bias_mean);
  q.bias_variance = std::move(sweep.bias_variance);
  RefreshAll(state, num_threads);
}

}  // namespace crowdclust
