#include "clustering/memory_ahead.h"

#include <algorithm>

#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust {
namespace {

// Bytes of a row and of an assignment.
constexpr std::int64_t kAnswersRow = 8, kAnswersAssignment = 24;
constexpr std::int64_t kCrowdLayoutRow = 24, kCrowdLayoutAssignment = 12;
constexpr std::int64_t kCrowdLayoutMaking = 16;  // a row, while it is made
constexpr std::int64_t kPartitionRow = 20, kPartitionAssignment = 8, kGroups = 4;
constexpr std::int64_t kSearchRow = 8;
constexpr std::int64_t kProgram = 20'000'000;
// A worker's counts of pairs of clusters, if these are as many as people tell apart.
constexpr std::int64_t kCell = 40, kCells = 20 * 21 / 2;

std::int64_t PosteriorBytes(const StudySize& size, int dimensions) {
  const std::int64_t d = dimensions, p = PackedSize(dimensions);
  return 8 * (2 * d * size.items + (2 * p + 2) * size.workers);
}

}  // namespace

std::int64_t EstimateMemory(const StudySize& size, std::int64_t names_bytes, const PipelineOptions& options,
                            int folds, bool with_checkpoint) {
  const int dimensions = DimensionsOf(options, size.items);
  const std::int64_t threads = std::max(1, options.crowd.crowd.num_threads);
  const std::int64_t answers = kAnswersRow * size.rows + kAnswersAssignment * size.assignments;
  const std::int64_t crowd_layout =
      (kCrowdLayoutRow + kCrowdLayoutMaking) * size.rows + kCrowdLayoutAssignment * size.assignments;
  const std::int64_t partition =
      kPartitionRow * size.rows + (kPartitionAssignment + 4 * kGroups) * size.assignments;
  // A sweep keeps the posterior, the workers' next, and both in the kernels' order.
  const std::int64_t posterior = PosteriorBytes(size, dimensions);
  const std::int64_t side_by_side =
      size.pairs >= 2'000'000 ? 1 : std::min<std::int64_t>(threads, options.crowd.restarts);
  const std::int64_t fits = posterior * (options.crowd.restarts + 3 * side_by_side);
  const std::int64_t searches =
      kSearchRow * size.rows * std::min<std::int64_t>(threads, options.partition_restarts);
  // Of many items one of the leaves that their labellings tell apart, as many as a matrix may have.
  constexpr std::int64_t kLeaves = kDenseItems, kBesideLeaves = 60;
  const std::int64_t matrices = size.items > kDenseItems
                                    ? 8 * (kLeaves * kLeaves + kBesideLeaves * size.items)
                                    : 8 * size.items * size.items * (options.crowd.restarts + 3);
  const std::int64_t find =
      answers + partition +
      std::max({crowd_layout + fits, posterior * options.crowd.restarts + searches, matrices});
  const std::int64_t one_fold =
      2 * answers + partition + std::max(crowd_layout + 4 * posterior, matrices / 2);
  const std::int64_t at_once = std::min<std::int64_t>(threads, folds);
  const std::int64_t held_out = posterior * options.crowd.restarts + one_fold * at_once;
  const std::int64_t kept = with_checkpoint ? 3 * posterior * (options.crowd.restarts + folds) : 0;
  const std::int64_t cells = kCell * std::min(size.pairs, kCells * size.workers);
  const std::int64_t counted = names_bytes + answers + std::max({find, held_out, cells}) + kept;
  return kProgram + counted + counted / 4;
}

}  // namespace crowdclust
