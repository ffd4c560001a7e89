#include "clustering/mixture/mixture_model.h"

#include <cmath>
#include <utility>

#include "base/error.h"
#include "clustering/mixture/mixture_sweep.h"
#include "clustering/mixture/moves.h"

namespace crowdclust {
namespace {

struct Run {
  MixturePosterior posterior;
  std::vector<double> bound_of_sweep;
};

Run RunToConvergence(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                     const MixtureOptions& options, Eigen::MatrixXd responsibility) {
  Run run;
  run.posterior.responsibility = std::move(responsibility);
  for (int sweep = 0; sweep < options.max_sweeps; ++sweep) {
    run.posterior = FitComponents(positions, prior, run.posterior.responsibility);
    const double bound = UpdateResponsibilities(positions, prior, &run.posterior);
    if (!std::isfinite(bound)) throw NumericalError("the bound of the mixture is not finite");
    const bool settled = !run.bound_of_sweep.empty() &&
                         bound - run.bound_of_sweep.back() <= options.tolerance * std::abs(bound);
    run.bound_of_sweep.push_back(bound);
    if (settled) break;
  }
  return run;
}

}  // namespace

MixtureFit FitMixture(const Eigen::MatrixXd& positions, const MixtureOptions& options,
                      const MixtureProgress& progress) {
  const MixturePrior prior = MakeMixturePrior(positions, options.concentration);
  Run run = RunToConvergence(positions, prior, options, Eigen::MatrixXd::Ones(positions.cols(), 1));
  MixtureFit fit;
  fit.steps.assign(run.bound_of_sweep.size(), MixtureStep::kSweep);
  fit.bound_of_step = run.bound_of_sweep;
  fit.posterior = std::move(run.posterior);

  // Takes the first candidate that raises the bound, if any.
  const auto take = [&](const std::vector<MixtureMove>& moves, MixtureStep step) {
    for (const MixtureMove& move : moves) {
      Run candidate = RunToConvergence(positions, prior, options, move.responsibility);
      const double bound = candidate.bound_of_sweep.back();
      if (bound - fit.bound_of_step.back() <= options.tolerance * std::abs(bound)) continue;
      fit.posterior = std::move(candidate.posterior);
      fit.steps.push_back(step);
      fit.bound_of_step.push_back(bound);
      return true;
    }
    return false;
  };
  const auto go_on = [&] {
    return !progress || progress(fit.posterior.num_components(), fit.bound_of_step.back());
  };
  bool moved = go_on();
  while (moved) {
    moved = false;
    if (fit.posterior.num_components() < options.max_components) {
      moved =
          take(ProposeSplits(positions, prior, fit.posterior, options.local_sweeps, options.tries_per_move),
               MixtureStep::kSplit);
    }
    if (!moved) {
      moved =
          take(ProposeMerges(positions, prior, fit.posterior, options.tries_per_move), MixtureStep::kMerge);
    }
    moved = moved && go_on();
  }
  return fit;
}

}  // namespace crowdclust
