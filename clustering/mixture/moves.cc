#include "clustering/mixture/moves.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <utility>

#include "clustering/mixture/component_factor.h"
#include "clustering/mixture/mixture_sweep.h"

namespace crowdclust {
namespace {

// Sum of -r log r.
double Entropy(const Eigen::Ref<const Eigen::VectorXd>& responsibility) {
  double entropy = 0;
  for (const double r : responsibility) {
    if (r > 0) entropy -= r * std::log(r);
  }
  return entropy;
}

void KeepBest(std::vector<MixtureMove>* moves, int most) {
  std::ranges::stable_sort(*moves, std::greater<>(), &MixtureMove::promise);
  if (static_cast<int>(moves->size()) > most) moves->resize(static_cast<std::size_t>(most));
}

// The part of the bound that one component's column decides, sticks aside.
double ColumnEvidence(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                      const Eigen::Ref<const Eigen::VectorXd>& column) {
  return ComponentEvidence(prior, MomentsOf(positions, column)) + Entropy(column);
}

// N x 2: the column's halves on either side of its mean along its principal axis.
Eigen::MatrixXd Halves(const Eigen::MatrixXd& positions, const Eigen::Ref<const Eigen::VectorXd>& column) {
  const WeightedMoments moments = MomentsOf(positions, column);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(moments.scatter);
  const Eigen::VectorXd axis = eigen.eigenvectors().col(moments.scatter.cols() - 1);
  const Eigen::VectorXd along = (positions.colwise() - moments.mean).transpose() * axis;
  Eigen::MatrixXd halves(column.size(), 2);
  halves.col(0) = (along.array() > 0).select(column, 0.0);
  halves.col(1) = column - halves.col(0);
  return halves;
}

// Items that a component holds, so that local sweeps cost what the component weighs.
std::vector<Eigen::Index> HeldItems(const Eigen::Ref<const Eigen::VectorXd>& column) {
  std::vector<Eigen::Index> held;
  for (Eigen::Index n = 0; n < column.size(); ++n) {
    if (column[n] > 1e-8) held.push_back(n);
  }
  return held;
}

}  // namespace

std::vector<MixtureMove> ProposeSplits(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                                       const MixturePosterior& posterior, int local_sweeps, int most) {
  std::vector<MixtureMove> moves;
  for (int k = 0; k < posterior.num_components(); ++k) {
    const Eigen::VectorXd column = posterior.responsibility.col(k);
    const std::vector<Eigen::Index> held = HeldItems(column);
    if (held.size() < 2) continue;
    const Eigen::MatrixXd own = positions(Eigen::all, held);
    const Eigen::VectorXd share = column(held);
    Eigen::MatrixXd halves = Halves(own, share);
    for (int sweep = 0; sweep < local_sweeps; ++sweep) {
      MixturePosterior local = FitComponents(own, prior, halves);
      UpdateResponsibilities(own, prior, &local);
      halves = share.asDiagonal() * local.responsibility;
    }
    const double promise = ColumnEvidence(own, prior, halves.col(0)) +
                           ColumnEvidence(own, prior, halves.col(1)) - ColumnEvidence(own, prior, share);
    if (halves.col(0).sum() < 0.5 || halves.col(1).sum() < 0.5) continue;
    MixtureMove move{posterior.responsibility, promise};
    move.responsibility.conservativeResize(Eigen::NoChange, posterior.num_components() + 1);
    move.responsibility.col(posterior.num_components()).setZero();
    for (std::size_t i = 0; i < held.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      move.responsibility(held[i], k) = halves(row, 0);
      move.responsibility(held[i], posterior.num_components()) = halves(row, 1);
    }
    moves.push_back(std::move(move));
    KeepBest(&moves, most);
  }
  return moves;
}

std::vector<MixtureMove> ProposeMerges(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                                       const MixturePosterior& posterior, int most) {
  const int num_components = posterior.num_components();
  std::vector<WeightedMoments> moments;
  std::vector<double> evidence;
  for (int k = 0; k < num_components; ++k) {
    moments.push_back(MomentsOf(positions, posterior.responsibility.col(k)));
    evidence.push_back(ComponentEvidence(prior, moments.back()));
  }
  struct Pair {
    double promise;
    int k, l;
  };
  std::vector<Pair> pairs;
  for (int k = 0; k < num_components; ++k) {
    for (int l = k + 1; l < num_components; ++l) {
      const auto a = static_cast<std::size_t>(k), b = static_cast<std::size_t>(l);
      const double together = ComponentEvidence(prior, Pool(moments[a], moments[b]));
      pairs.push_back({together - evidence[a] - evidence[b], k, l});
    }
  }
  std::ranges::stable_sort(pairs, std::greater<>(), &Pair::promise);
  std::vector<MixtureMove> moves;
  for (const auto& [promise, k, l] : pairs) {
    if (static_cast<int>(moves.size()) == most) break;
    MixtureMove move{Eigen::MatrixXd(positions.cols(), num_components - 1), promise};
    for (int from = 0, to = 0; from < num_components; ++from) {
      if (from != l) move.responsibility.col(to++) = posterior.responsibility.col(from);
    }
    move.responsibility.col(k) += posterior.responsibility.col(l);
    moves.push_back(std::move(move));
  }
  return moves;
}

}  // namespace crowdclust
