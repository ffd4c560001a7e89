#include "clustering/folds.h"

#include <algorithm>
#include <numeric>

#include "base/random.h"

namespace crowdclust {
namespace {

// No assignments yet, of the same items and workers.
Answers Nothing(const Answers& answers) {
  Answers none;
  none.items = answers.items;
  none.workers = answers.workers;
  return none;
}

// The rows for which `keeps(assignment, row)` holds; every assignment keeps its place.
template <typename Keeps>
Answers Keep(const Answers& answers, const Keeps& keeps) {
  Answers kept = Nothing(answers);
  kept.worker_of_assignment = answers.worker_of_assignment;
  kept.hit_of_assignment.assign(answers.hit_of_assignment.size(), -1);
  kept.seconds = answers.seconds;
  kept.first_row.reserve(answers.first_row.size());
  kept.item_of_row.reserve(answers.item_of_row.size());
  kept.group_of_row.reserve(answers.group_of_row.size());
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    for (std::int64_t row = answers.first_row[static_cast<std::size_t>(p)];
         row < answers.first_row[static_cast<std::size_t>(p) + 1]; ++row) {
      if (!keeps(p, row)) continue;
      kept.item_of_row.push_back(answers.item_of_row[static_cast<std::size_t>(row)]);
      kept.group_of_row.push_back(answers.group_of_row[static_cast<std::size_t>(row)]);
    }
    kept.first_row.push_back(kept.num_rows());
  }
  return kept;
}

}  // namespace

std::vector<int> DealFolds(std::int64_t num_assignments, int num_folds, std::uint64_t seed) {
  std::vector<int> fold;
  for (std::int64_t p = 0; p < num_assignments; ++p) fold.push_back(static_cast<int>(p % num_folds));
  Random random(seed, 0xf01d);
  random.Shuffle(&fold);
  return fold;
}

Answers KeepAssignments(const Answers& answers, const std::vector<bool>& keep) {
  return Keep(answers, [&keep](std::int64_t p, std::int64_t) { return keep[static_cast<std::size_t>(p)]; });
}

std::vector<bool> HoldOutRows(const Answers& answers, std::uint64_t seed) {
  std::vector<bool> held_out(answers.item_of_row.size());
  Random random(seed, 0xf1f7);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const std::int64_t count = answers.RowsOf(p);
    if (count < 3) continue;
    std::vector<std::int64_t> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), answers.first_row[static_cast<std::size_t>(p)]);
    random.Shuffle(&rows);
    const auto out = static_cast<std::size_t>(std::max<std::int64_t>(1, count / 5));
    for (std::size_t i = 0; i < out; ++i) held_out[static_cast<std::size_t>(rows[i])] = true;
  }
  return held_out;
}

Answers KeepRows(const Answers& answers, const std::vector<bool>& held_out) {
  return Keep(answers, [&held_out](std::int64_t, std::int64_t row) {
    return !held_out[static_cast<std::size_t>(row)];
  });
}

Answers ResampleAssignments(const Answers& answers, std::uint64_t seed, std::uint64_t number) {
  Answers drawn = Nothing(answers);
  Random random(seed, 0xb007000 + number);
  for (std::int64_t draw = 0; draw < answers.num_assignments(); ++draw) {
    const auto p = static_cast<std::size_t>(random.Below(static_cast<int>(answers.num_assignments())));
    const auto items = answers.ItemsOf(static_cast<std::int64_t>(p)),
               groups = answers.GroupsOf(static_cast<std::int64_t>(p));
    drawn.item_of_row.insert(drawn.item_of_row.end(), items.begin(), items.end());
    drawn.group_of_row.insert(drawn.group_of_row.end(), groups.begin(), groups.end());
    drawn.worker_of_assignment.push_back(answers.worker_of_assignment[p]);
    drawn.hit_of_assignment.push_back(-1);
    drawn.seconds.push_back(answers.seconds[p]);
    drawn.first_row.push_back(drawn.num_rows());
  }
  return drawn;
}

}  // namespace crowdclust
