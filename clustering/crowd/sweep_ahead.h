// What a sweep will read next, asked for before its turn.
#pragma once

#include <cstddef>
#include <span>

#include "base/prefetch.h"
#include "clustering/crowd/crowd_sweep.h"

namespace crowdclust {

// In large studies rows, the items in them and workers' views are each a wait for memory; asked for ahead of
// their turn, all wait at once. Small studies are in the caches, and asking is not for nothing.
class SweepAhead {
 public:
  // Does not copy `state`.
  explicit SweepAhead(const CrowdState& state) : state_(state) {}

  // The rows of the assignments at these places.
  CROWDCLUST_ASKS_AHEAD void Rows(std::span<const ItemPlace> places) const {
    if (!state_.beyond_caches) return;
    const CrowdLayout& layout = *state_.layout;
    for (const ItemPlace& at : places) {
      const auto p = static_cast<std::size_t>(at.assignment);
      const std::ptrdiff_t first = layout.row_of_assignment[p];
      const std::ptrdiff_t count = layout.row_of_assignment[p + 1] - first;
      PrefetchEnds(layout.item_of_row.data() + first, count);
      PrefetchEnds(layout.group_of_row.data() + first, count);
    }
  }

  // The items beside the place that comes so many after the first of `places`.
  CROWDCLUST_ASKS_AHEAD void Items(std::span<const ItemPlace> places) const {
    if (!state_.beyond_caches || places.size() <= kPlaces) return;
    const CrowdLayout& layout = *state_.layout;
    const auto p = static_cast<std::size_t>(places[kPlaces].assignment);
    for (auto r = layout.row_of_assignment[p]; r < layout.row_of_assignment[p + 1]; ++r)
      PrefetchLines(state_.item_row.col(layout.item_of_row[static_cast<std::size_t>(r)]).data(),
                    state_.item_row.rows());
  }

  // The view of that place's worker.
  CROWDCLUST_ASKS_AHEAD void View(std::span<const ItemPlace> places) const {
    if (!state_.beyond_caches || places.size() <= kPlaces) return;
    PrefetchLines(state_.worker_view.col(state_.layout->WorkerAt(places[kPlaces])).data(),
                  state_.worker_view.rows());
  }

 private:
  static constexpr std::size_t kPlaces = 2;
  const CrowdState& state_;
};

}  // namespace crowdclust
