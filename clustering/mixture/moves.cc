#include "clustering/mixture/moves.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/parallel.h"
#include "clustering/mixture/item_sweep.h"
#include "clustering/mixture/mixture_sweep.h"

namespace crowdclust {
namespace {

void KeepBest(std::vector<MixtureMove>* moves, int most) {
  std::ranges::stable_sort(*moves, std::greater<>(), &MixtureMove::promise);
  if (static_cast<int>(moves->size()) > most) moves->resize(static_cast<std::size_t>(most));
}

// The two sides of the items' mean along their principal axis.
std::vector<WeightedMoments> Halves(const Eigen::MatrixXd& positions, const Eigen::VectorXd& weight,
                                    const WeightedMoments& all) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(all.scatter);
  const Eigen::VectorXd axis = eigen.eigenvectors().col(all.scatter.cols() - 1);
  const Eigen::VectorXd along = (positions.colwise() - all.mean).transpose() * axis;
  const Eigen::VectorXd above = (along.array() > 0).select(weight, 0.0);
  return {MomentsOf(positions, above), MomentsOf(positions, weight - above)};
}

// Items that a component holds, so that local sweeps cost what the component weighs.
std::vector<Eigen::Index> HeldItems(const Eigen::Ref<const Eigen::VectorXd>& column) {
  std::vector<Eigen::Index> held;
  for (Eigen::Index n = 0; n < column.size(); ++n) {
    if (column[n] > 1e-8) held.push_back(n);
  }
  return held;
}

// Component k's split; nothing arrives where a half would hold less than half an item.
MixtureMove Split(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                  const Eigen::Ref<const Eigen::VectorXd>& column, int k, int local_sweeps) {
  MixtureMove move{{k}, {}, 0};
  const std::vector<Eigen::Index> held = HeldItems(column);
  if (held.size() < 2) return move;
  const Eigen::MatrixXd own = positions(Eigen::all, held);
  const Eigen::VectorXd share = column(held);
  const WeightedMoments all = MomentsOf(own, share);
  std::vector<WeightedMoments> halves = Halves(own, share, all);
  double entropy = 0;
  for (int sweep = 0; sweep < local_sweeps; ++sweep) {
    ItemSweep swept = SweepItems(own, share, FitComponents(prior, std::move(halves)), 1);
    halves = std::move(swept.moments);
    entropy = swept.entropy;
  }
  if (halves[0].weight < 0.5 || halves[1].weight < 0.5) return move;
  move.promise = ComponentEvidence(prior, halves[0]) + ComponentEvidence(prior, halves[1]) -
                 ComponentEvidence(prior, all) + entropy;
  move.arriving = std::move(halves);
  return move;
}

}  // namespace

std::vector<MixtureMove> ProposeSplits(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                                       const Eigen::MatrixXd& responsibility, int local_sweeps, int most,
                                       int num_threads) {
  std::vector<MixtureMove> moves(static_cast<std::size_t>(responsibility.cols()));
  ParallelFor(num_threads, responsibility.cols(), [&](std::int64_t k) {
    moves[static_cast<std::size_t>(k)] =
        Split(positions, prior, responsibility.col(k), static_cast<int>(k), local_sweeps);
  });
  std::erase_if(moves, [](const MixtureMove& move) { return move.arriving.empty(); });
  KeepBest(&moves, most);
  return moves;
}

std::vector<MixtureMove> ProposeMerges(const MixturePrior& prior, const std::vector<WeightedMoments>& moments,
                                       int most) {
  std::vector<double> evidence;
  for (const WeightedMoments& of_one : moments) evidence.push_back(ComponentEvidence(prior, of_one));
  std::vector<MixtureMove> moves;
  for (std::size_t k = 0; k < moments.size(); ++k) {
    for (std::size_t l = k + 1; l < moments.size(); ++l) {
      const double together = ComponentEvidence(prior, Pool(moments[k], moments[l]));
      moves.push_back({{static_cast<int>(k), static_cast<int>(l)}, {}, together - evidence[k] - evidence[l]});
    }
  }
  KeepBest(&moves, most);
  for (MixtureMove& move : moves) {
    move.arriving = {Pool(moments[static_cast<std::size_t>(move.leaving[0])],
                          moments[static_cast<std::size_t>(move.leaving[1])])};
  }
  return moves;
}

double EntropyBetween(const Eigen::Ref<const Eigen::VectorXd>& a,
                      const Eigen::Ref<const Eigen::VectorXd>& b) {
  double entropy = 0;
  for (Eigen::Index n = 0; n < a.size(); ++n) {
    if (a[n] > 0 && b[n] > 0) entropy += a[n] * std::log1p(b[n] / a[n]) + b[n] * std::log1p(a[n] / b[n]);
  }
  return entropy;
}

std::vector<WeightedMoments> ApplyMoves(const std::vector<WeightedMoments>& moments,
                                        const std::vector<MixtureMove>& moves) {
  std::vector<WeightedMoments> after = moments;
  std::vector<bool> leaves(moments.size(), false);
  for (const MixtureMove& move : moves) {
    for (const int k : move.leaving) leaves[static_cast<std::size_t>(k)] = true;
    const auto first = static_cast<std::size_t>(move.leaving.front());
    after[first] = move.arriving.front();
    leaves[first] = false;
    after.insert(after.end(), move.arriving.begin() + 1, move.arriving.end());
  }
  leaves.resize(after.size(), false);
  std::vector<WeightedMoments> kept;
  for (std::size_t k = 0; k < after.size(); ++k) {
    if (!leaves[k]) kept.push_back(std::move(after[k]));
  }
  return kept;
}

}  // namespace crowdclust
