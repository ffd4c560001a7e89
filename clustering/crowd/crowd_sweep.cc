#include "clustering/crowd/crowd_sweep.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/parallel.h"
#include "clustering/crowd/item_factor.h"
#include "clustering/crowd/sweep_ahead.h"
#include "clustering/crowd/worker_factors.h"

namespace crowdclust {
namespace {

constexpr std::size_t kMaxSquare = static_cast<std::size_t>(kMaxDimensions) * kMaxDimensions;
// Threads share the classes of items where these are of some items and some work on average.
constexpr std::int64_t kItemsInSharedClass = 4, kPairsInSharedClass = 500;
// Bytes of all items and views that are near enough to be had at once.
constexpr std::int64_t kCaches = 1 << 20;
// A worker of more places is summed in blocks of so many, which several threads may share.
constexpr std::int64_t kPlacesInBlock = 4096;

void CopyItem(int item, CrowdState* state) {
  const auto padded = PaddedDimensions(state->posterior.dimensions());
  const auto dimensions = state->posterior.dimensions();
  state->item_row.col(item).head(dimensions) = state->posterior.item_mean.col(item);
  state->item_row.col(item).segment(padded, dimensions) = state->posterior.item_variance.col(item);
}

void CopyWorkers(CrowdState* state) {
  const CrowdPosterior& q = state->posterior;
  const int padded = PaddedDimensions(q.dimensions());
  for (int j = 0; j < q.num_workers(); ++j) {
    for (int d = 0; d < q.dimensions(); ++d) {
      for (int e = 0; e < q.dimensions(); ++e) {
        state->worker_view(d * padded + e, j) = q.weight_mean(PackedIndex(d, e), j);
        state->worker_view((padded + d) * padded + e, j) = q.weight_variance(PackedIndex(d, e), j);
      }
    }
  }
}

WorkerView ViewOf(const CrowdState& state, int worker) {
  const CrowdPosterior& q = state.posterior;
  const int padded = PaddedDimensions(q.dimensions());
  const double* view = state.worker_view.col(worker).data();
  const double bias = q.bias_mean[worker];
  return {view, view + static_cast<std::ptrdiff_t>(padded) * padded, bias,
          bias * bias + q.bias_variance[worker]};
}

// The items beside one, over several of its places.
class CompanionList {
 public:
  // Valid until the next call. `later`: only those after it in each assignment.
  Companions List(const CrowdState& state, std::span<const ItemPlace> places, bool later) {
    const CrowdLayout& layout = *state.layout;
    std::int64_t most = 0;
    for (const ItemPlace& at : places) {
      const auto p = static_cast<std::size_t>(at.assignment);
      most += layout.row_of_assignment[p + 1] - layout.row_of_assignment[p];
    }
    const std::size_t room = Companions::RoomFor(static_cast<std::size_t>(most));
    if (item_.size() < room) {
      item_.resize(room);
      half_label_.resize(room);
    }
    const int count = state.kernels.list(
        {layout.row_of_assignment.data(), layout.item_of_row.data(), layout.group_of_row.data()},
        places.data(), static_cast<int>(places.size()), later, layout.num_items, item_.data(),
        half_label_.data());
    return {state.item_row.data(), item_.data(), half_label_.data(), count};
  }

 private:
  std::vector<int> item_;
  std::vector<double> half_label_;
};

// Length of the run of places at the front that are alike.
template <typename KeyOf>
std::size_t RunLength(std::span<const ItemPlace> places, const KeyOf& key_of) {
  const int key = key_of(places.front());
  std::size_t length = 1;
  while (length < places.size() && key_of(places[length]) == key) ++length;
  return length;
}

void SweepItem(CrowdState* state, int item) {
  CrowdPosterior& q = state->posterior;
  const CrowdLayout& layout = *state->layout;
  const int dimensions = q.dimensions();
  alignas(64) std::array<double, kMaxSquare> precision;
  alignas(64) std::array<double, kMaxDimensions> linear{};
  const int padded = PaddedDimensions(dimensions);
  std::fill_n(precision.begin(), padded * padded, 0.0);
  ItemSums sums{precision.data(), linear.data()};
  thread_local CompanionList companions;
  const SweepAhead ahead(*state);
  for (auto places = layout.PlacesOf(item); !places.empty();) {
    const int worker = layout.WorkerAt(places.front());
    const std::size_t run = RunLength(places, [&](const ItemPlace& at) { return layout.WorkerAt(at); });
    ahead.Items(places);
    ahead.View(places);
    state->kernels.add_item(dimensions, ViewOf(*state, worker), state->item_row.col(item).data(),
                            companions.List(*state, places.first(run), false), &sums);
    places = places.subspan(run);
  }
  UpdateItem(state->item_prior_variance, sums, q.item_mean.col(item), q.item_variance.col(item));
  CopyItem(item, state);
}

// A WorkerSums and what it points at.
class OwnedWorkerSums {
 public:
  void Reset(int dimensions) {
    const auto padded = static_cast<std::size_t>(PaddedDimensions(dimensions));
    const auto packed = static_cast<std::size_t>(PackedSize(static_cast<int>(padded)));
    const std::size_t moment = packed * static_cast<std::size_t>(PaddedPacked(dimensions));
    values_.assign(moment + 2 * padded * padded + static_cast<std::size_t>(PendingSize(dimensions)), 0);
    sums_ = {};
    sums_.moment = values_.data();
    sums_.label = sums_.moment + moment;
    sums_.curvature = sums_.label + padded * padded;
    sums_.pending = sums_.curvature + padded * padded;
  }
  // Adds those of another; both are whole.
  void Add(const OwnedWorkerSums& other) {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] += other.values_[i];
    sums_.sum_label += other.sums_.sum_label;
    sums_.sum_curvature += other.sums_.sum_curvature;
    sums_.bound += other.sums_.bound;
  }
  WorkerSums* mutable_sums() { return &sums_; }
  const WorkerSums& sums() const { return sums_; }

 private:
  std::vector<double> values_;
  WorkerSums sums_;
};

// Sums over the pairs of these places (by item) of one worker, each pair at the place of its first item.
void SumPlaces(const CrowdState& state, int worker, std::span<const ItemPlace> places,
               OwnedWorkerSums* sums) {
  const CrowdLayout& layout = *state.layout;
  const int dimensions = state.posterior.dimensions();
  const WorkerView view = ViewOf(state, worker);
  sums->Reset(dimensions);
  thread_local CompanionList companions;
  const SweepAhead ahead(state);
  while (!places.empty()) {
    const int item = layout.ItemAt(places.front());
    const std::size_t run = RunLength(places, [&](const ItemPlace& at) { return layout.ItemAt(at); });
    ahead.Items(places);
    const Companions later = companions.List(state, places.first(run), true);
    places = places.subspan(run);
    if (later.count == 0) continue;
    state.kernels.add_worker(dimensions, view, state.item_row.col(item).data(), later, sums->mutable_sums());
  }
  state.kernels.finish(dimensions, sums->mutable_sums());
}

void Update(const CrowdState& state, int worker, const WorkerSums& sums, WorkerSweep* sweep) {
  const WorkerPosterior updated =
      UpdateWorker(state.worker_prior, state.posterior.dimensions(), state.posterior.bias_mean[worker], sums);
  sweep->weight_mean.col(worker) = updated.weight_mean;
  sweep->weight_variance.col(worker) = updated.weight_variance;
  sweep->bias_mean[worker] = updated.bias_mean;
  sweep->bias_variance[worker] = updated.bias_variance;
}

// Updates one worker in `sweep` and returns the worker's pairs' part of the bound.
double SweepWorker(const CrowdState& state, int worker, int num_threads, WorkerSweep* sweep) {
  const auto places = state.layout->PlacesOfWorker(worker);
  const auto count = static_cast<std::int64_t>(places.size());
  const std::int64_t blocks = (count + kPlacesInBlock - 1) / kPlacesInBlock;
  thread_local OwnedWorkerSums sums;
  if (blocks <= 1) {
    SumPlaces(state, worker, places, &sums);
  } else {
    std::vector<OwnedWorkerSums> of_block(static_cast<std::size_t>(blocks));
    ParallelFor(num_threads, blocks, [&](std::int64_t b) {
      const std::int64_t first = b * kPlacesInBlock, last = std::min(count, first + kPlacesInBlock);
      SumPlaces(state, worker,
                places.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first)),
                &of_block[static_cast<std::size_t>(b)]);
    });
    sums.Reset(state.posterior.dimensions());
    for (const OwnedWorkerSums& block : of_block) sums.Add(block);
  }
  Update(state, worker, sums.sums(), sweep);
  return sums.sums().bound;
}

}  // namespace

CrowdState MakeCrowdState(const CrowdLayout& layout, const CrowdPrior& prior, CrowdPosterior posterior) {
  CrowdState state;
  state.layout = &layout;
  state.item_prior_variance = prior.item_variance;
  state.posterior = std::move(posterior);
  const int dimensions = state.posterior.dimensions();
  const int padded = PaddedDimensions(dimensions);
  state.kernels = BestKernels(dimensions);
  state.worker_prior = MakeWorkerPrior(prior, dimensions);
  state.item_row.setZero(2 * padded, layout.num_items + 1);
  for (int i = 0; i < layout.num_items; ++i) CopyItem(i, &state);
  state.worker_view.setZero(2 * padded * padded, layout.num_workers);
  CopyWorkers(&state);
  state.beyond_caches = 8 * (state.item_row.size() + state.worker_view.size()) > kCaches;
  return state;
}

void SweepItems(CrowdState* state, int num_threads) {
  const CrowdLayout& layout = *state->layout;
  const auto classes = static_cast<std::int64_t>(layout.first_of_class.size()) - 1;
  const bool shared =
      layout.num_items >= classes * kItemsInSharedClass && layout.num_pairs >= classes * kPairsInSharedClass;
  const SweepAhead ahead(*state);
  const int threads = shared ? num_threads : 1;
  ParallelPhases(threads, layout.first_of_class, [&](std::int64_t i) {
    const auto at = static_cast<std::size_t>(i);
    const std::size_t next = at + static_cast<std::size_t>(threads);  // this thread's, as a rule
    if (next < layout.item_in_class.size()) ahead.Rows(layout.PlacesOf(layout.item_in_class[next]));
    SweepItem(state, layout.item_in_class[at]);
  });
}

WorkerSweep SweepWorkers(const CrowdState& state, int num_threads) {
  const CrowdPosterior& q = state.posterior;
  WorkerSweep sweep;
  sweep.weight_mean.resizeLike(q.weight_mean);
  sweep.weight_variance.resizeLike(q.weight_variance);
  sweep.bias_mean.resizeLike(q.bias_mean);
  sweep.bias_variance.resizeLike(q.bias_variance);
  std::vector<double> bound(static_cast<std::size_t>(q.num_workers()));
  const bool share_workers = q.num_workers() >= num_threads;
  const SweepAhead ahead(state);
  const int threads = share_workers ? num_threads : 1;
  ParallelFor(threads, q.num_workers(), [&](std::int64_t worker) {
    const int next = static_cast<int>(worker) + threads;
    if (next < q.num_workers()) ahead.Rows(state.layout->PlacesOfWorker(next));
    bound[static_cast<std::size_t>(worker)] =
        SweepWorker(state, static_cast<int>(worker), share_workers ? 1 : num_threads, &sweep);
  });
  for (const double part : bound) sweep.bound += part;
  sweep.bound -= GaussianDivergence(q.item_mean, q.item_variance, state.item_prior_variance);
  sweep.bound -= WorkerDivergence(state.worker_prior, q);
  return sweep;
}

void AdoptWorkers(WorkerSweep&& sweep, CrowdState* state) {
  CrowdPosterior& q = state->posterior;
  q.weight_mean = std::move(sweep.weight_mean);
  q.weight_variance = std::move(sweep.weight_variance);
  q.bias_mean = std::move(sweep.bias_mean);
  q.bias_variance = std::move(sweep.bias_variance);
  CopyWorkers(state);
}

}  // namespace crowdclust
