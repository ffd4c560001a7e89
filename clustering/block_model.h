// How readily workers put two clusters together: in general, and each worker by their own answers.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"
#include "clustering/block_cells.h"

namespace crowdclust {

// The model (M20): whoever is asked puts a pair of clusters k, l together with chance p_kl; worker j with
// log odds logit(p_kl) + d_j, d_j ~ N(0, shift_variance); and for this very pair of clusters with a chance
// drawn from a Beta distribution of that mean and of `strength` pairs.
struct BlockModel {
  Eigen::MatrixXd rate;                  // K x K, symmetric: p_kl
  Eigen::VectorXd shift;                 // J: d_j; above 0 the worker puts more together than others
  double base_rate = 0.5;                // share of pairs put together
  double strength = 1;                   // of the Beta distribution
  double shift_variance = 1;             //
  std::vector<std::int64_t> first_cell;  // J + 1
  std::vector<BlockCell> cell;           // by worker, by (first, second)

  std::span<const BlockCell> CellsOf(int worker) const {
    const auto j = static_cast<std::size_t>(worker);
    return {cell.data() + first_cell[j], static_cast<std::size_t>(first_cell[j + 1] - first_cell[j])};
  }
};

// label_of_item (N) are 0..K-1; items with a label below 0 are passed over. Rates are shrunk by four pairs to
// the rate of all pairs within, or between, clusters; shift_variance by expectation-maximisation, strength by
// the likelihood over a grid. O(rows + sum over assignments of (clusters there)^2 groups).
BlockModel FitBlockModel(const Answers& answers, std::span<const int> label_of_item, int num_labels);

// The same where only workers 0..num_workers-1 have cells and a shift, and say how workers differ: of many
// workers, some say that as well, in less memory.
BlockModel FitBlockModelOfWorkers(const Answers& answers, std::span<const int> label_of_item, int num_labels,
                                  int num_workers);

// The same with rates and base rate alone: enough for NewWorkerTogetherness. Keeps no cells.
BlockModel FitBlockRates(const Answers& answers, std::span<const int> label_of_item, int num_labels);

// Chance that a worker not seen before puts an item of label k and one of label l together; the base rate
// where a label is below 0.
double NewWorkerTogetherness(const BlockModel& model, int k, int l);

// The same for worker j, from that worker's own answers.
double WorkerTogetherness(const BlockModel& model, int worker, int k, int l);

}  // namespace crowdclust
