#include "clustering/worker_summary.h"

#include <limits>

namespace crowdclust {
namespace {

// Pair labels of one assignment that the clustering repeats.
std::int64_t AgreeingPairs(std::span<const int> items, std::span<const int> groups,
                           const Clustering& clustering) {
  std::int64_t agreeing = 0;
  for (std::size_t a = 0; a < items.size(); ++a) {
    const int cluster = clustering.cluster_of_item[static_cast<std::size_t>(items[a])];
    for (std::size_t b = a + 1; b < items.size(); ++b) {
      const bool together = clustering.cluster_of_item[static_cast<std::size_t>(items[b])] == cluster;
      agreeing += together == (groups[a] == groups[b]);
    }
  }
  return agreeing;
}

}  // namespace

std::vector<WorkerSummary> SummariseWorkers(const Answers& answers, const Clustering& clustering) {
  std::vector<WorkerSummary> summaries(static_cast<std::size_t>(answers.num_workers()));
  std::vector<std::int64_t> agreeing(summaries.size());
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto worker = static_cast<std::size_t>(answers.worker_of_assignment[static_cast<std::size_t>(p)]);
    ++summaries[worker].assignments;
    summaries[worker].pairs += PairsOf(answers.RowsOf(p));
    agreeing[worker] += AgreeingPairs(answers.ItemsOf(p), answers.GroupsOf(p), clustering);
  }
  for (std::size_t j = 0; j < summaries.size(); ++j) {
    summaries[j].agreement = summaries[j].pairs == 0
                                 ? std::numeric_limits<double>::quiet_NaN()
                                 : static_cast<double>(agreeing[j]) / static_cast<double>(summaries[j].pairs);
  }
  return summaries;
}

}  // namespace crowdclust
