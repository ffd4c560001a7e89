// Fits the Dirichlet-process mixture: positions in, clusters and their number out.
#pragma once

#include <Eigen/Core>
#include <functional>
#include <vector>

#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

struct MixtureOptions {
  double concentration = 1;  // alpha > 0: larger expects more clusters
  int max_sweeps = 200;      // of each run to convergence, at least 1
  double tolerance =
      1e-5;  // a run converges when gain <= tolerance * |bound|; a move is taken when gain > that
  int local_sweeps = 10;     // over the two halves of a component tried for a split
  int tries_per_move = 5;    // best candidates of each kind that are run to convergence
  int max_components = 200;  // no split beyond it
  int direct_items = 5000;   // above it, at least 1, components are found on samples first
  int num_threads = 1;       // as ResolveThreads has it; no number of them changes a bit
};

enum class MixtureStep { kSweep, kSplit, kMerge };

// A search over a sample of the positions, or over all.
struct MixtureLevel {
  int num_items = 0;
  int num_components = 0;  // found
  int num_moves = 0;       // steps that were splits or merges
};

struct MixtureFit {
  MixturePosterior posterior;         // of all positions
  std::vector<MixtureStep> steps;     // over all positions: each sweep of the first run to convergence, then
                                      // each accepted split or merge, or several at once, run to convergence
  std::vector<double> bound_of_step;  // never falling
  std::vector<MixtureLevel> levels;   // samples, the smallest first; all positions last
};

// False ends the search with what it has; asked after every run to convergence. On a sample the bound is the
// sample's.
using MixtureProgress = std::function<bool(int num_components, double bound)>;

// Coordinate ascent from one component. Between runs to convergence every component is tried for a split
// along its principal axis and every pair for a merge; the best candidates by a quick score are run to
// convergence and the first that raises the bound is kept. Ends when none does. The columns of `positions` (D
// x N) are items. Above `direct_items` this is done on a sample of so many; its components are where samples
// five times as large, and in the end all positions, go on from, by moves several at a time. Deterministic.
// O(N K D^2) a sweep; memory N K numbers besides the positions and a sample of a fifth.
MixtureFit FitMixture(const Eigen::MatrixXd& positions, const MixtureOptions& options,
                      const MixtureProgress& progress = {});

}  // namespace crowdclust
