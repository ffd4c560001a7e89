// What the mixture over positions costs, up to 100,000 of them.
#include <benchmark/benchmark.h>

#include <Eigen/QR>
#include <cmath>
#include <vector>

#include "base/random.h"
#include "benchmarks/wrong_answer.h"
#include "clustering/mixture/mixture_model.h"
#include "metrics/agreement.h"

namespace crowdclust {
namespace {

enum Kind { kApart, kOverlapping, kUneven };

struct Planted {
  Eigen::MatrixXd positions;  // D x N
  std::vector<int> truth;
};

// D x D: the square root of a covariance, long in one direction and uneven in the others.
Eigen::MatrixXd Elongated(int dimensions, Random* random) {
  const auto normal = [random] { return random->Normal(); };
  const Eigen::MatrixXd any = Eigen::MatrixXd::NullaryExpr(dimensions, dimensions, normal);
  Eigen::VectorXd length =
      Eigen::VectorXd::NullaryExpr(dimensions, [&normal] { return std::exp(0.6 * normal()); });
  length[0] = 4;
  const Eigen::MatrixXd axes = Eigen::HouseholderQR<Eigen::MatrixXd>(any).householderQ();
  return axes * length.asDiagonal();
}

// kApart: far apart and round. kOverlapping: round, neighbours touch. kUneven: elongated, of uneven sizes, 2
// % of the items scattered over all the space (they keep their cluster in the truth).
Planted Plant(Kind kind, int dimensions, int clusters, int items) {
  Random random(1, 0);
  const double spread = kind == kApart ? 10 : kind == kUneven ? 6 : dimensions > 4 ? 1.8 : 3;
  const Eigen::MatrixXd centres =
      Eigen::MatrixXd::NullaryExpr(dimensions, clusters, [&] { return spread * random.Normal(); });
  std::vector<Eigen::MatrixXd> shape;
  std::vector<double> size;
  for (int k = 0; k < clusters; ++k) {
    shape.push_back(kind == kUneven
                        ? Elongated(dimensions, &random)
                        : Eigen::MatrixXd::Identity(dimensions, dimensions) * (kind == kApart ? 0.3 : 1));
    size.push_back(kind == kUneven ? std::exp(random.Normal()) : 1);
  }
  Planted planted{Eigen::MatrixXd(dimensions, items), {}};
  for (int n = 0; n < items; ++n) {
    const int k = random.Discrete(size);
    planted.truth.push_back(k);
    const bool scattered = kind == kUneven && random.Chance(0.02);
    const Eigen::VectorXd draw = Eigen::VectorXd::NullaryExpr(
        dimensions, [&] { return scattered ? 3 * spread * (2 * random.Uniform() - 1) : random.Normal(); });
    if (scattered) {
      planted.positions.col(n) = draw;
    } else {
      planted.positions.col(n) = centres.col(k) + shape[static_cast<std::size_t>(k)] * draw;
    }
  }
  return planted;
}

void Check(Kind kind, const Planted& planted, const MixtureFit& fit) {
  std::vector<int> found;
  for (Eigen::Index n = 0; n < planted.positions.cols(); ++n) {
    Eigen::Index component = 0;
    fit.posterior.responsibility.row(n).maxCoeff(&component);
    found.push_back(static_cast<int>(component));
  }
  const double least = kind == kOverlapping ? 0.7 : 0.9;
  if (MeasureAgreement(found, planted.truth).adjusted_rand < least)
    Fail("the mixture missed the planted clusters");
}

// Arguments: items, dimensions, planted clusters, kind, threads.
void Mixture(benchmark::State& state) {
  const auto kind = static_cast<Kind>(state.range(3));
  const Planted planted = Plant(kind, static_cast<int>(state.range(1)), static_cast<int>(state.range(2)),
                                static_cast<int>(state.range(0)));
  MixtureOptions options;
  options.num_threads = static_cast<int>(state.range(4));
  Check(kind, planted, FitMixture(planted.positions, options));
  for (auto _ : state) benchmark::DoNotOptimize(FitMixture(planted.positions, options));
}
BENCHMARK(Mixture)
    ->ArgNames({"items", "D", "clusters", "kind", "threads"})
    ->Args({82, 4, 6, kApart, 1})
    ->Args({1000, 4, 10, kApart, 1})
    ->Args({10000, 4, 10, kApart, 1})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(Mixture)
    ->Name("MixtureOfMany")
    ->ArgNames({"items", "D", "clusters", "kind", "threads"})
    ->ArgsProduct({{100000}, {4, 8}, {20}, {kApart, kOverlapping, kUneven}, {2}})
    ->Args({100000, 8, 50, kUneven, 2})
    ->Iterations(1)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crowdclust
