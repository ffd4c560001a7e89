#include "clustering/mixture/item_sweep.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/parallel.h"
#include "clustering/mixture/stick_factor.h"
#include "clustering/mixture/tile_density.h"

namespace crowdclust {
namespace {

constexpr Eigen::Index kChunkItems = 8 * kTileItems;  // one task; sums are taken in the order of chunks
constexpr double kLeastLogShare = -40;

// Sums over items about the mean of a component's density: weight, then first moments (D), then the lower
// triangle of second moments by rows.
Eigen::Index SumsOfComponent(Eigen::Index dimensions) {
  return 1 + dimensions + dimensions * (dimensions + 1) / 2;
}

struct ChunkSums {
  Eigen::MatrixXd of_component;  // SumsOfComponent x K
  double log_evidence = 0;
  double entropy = 0;
};

void AddItem(double weight, const double* position, const Eigen::VectorXd& about, double* __restrict centred,
             double* __restrict sums) {
  const Eigen::Index dimensions = about.size();
  *sums++ += weight;
  for (Eigen::Index d = 0; d < dimensions; ++d) {
    centred[d] = position[d] - about[d];
    *sums++ += weight * centred[d];
  }
  for (Eigen::Index d = 0; d < dimensions; ++d) {
    const double weighted = weight * centred[d];
    for (Eigen::Index e = 0; e <= d; ++e) *sums++ += weighted * centred[e];
  }
}

WeightedMoments ToMoments(const Eigen::VectorXd& sums, const Eigen::VectorXd& about) {
  const Eigen::Index dimensions = about.size();
  WeightedMoments moments{sums[0], Eigen::VectorXd::Zero(dimensions),
                          Eigen::MatrixXd::Zero(dimensions, dimensions)};
  if (!(moments.weight > 0)) return moments;
  const Eigen::VectorXd first = sums.segment(1, dimensions);
  moments.mean = about + first / moments.weight;
  Eigen::Index at = 1 + dimensions;
  for (Eigen::Index d = 0; d < dimensions; ++d) {
    for (Eigen::Index e = 0; e <= d; ++e) {
      moments.scatter(d, e) = sums[at++] - first[d] * first[e] / moments.weight;
      moments.scatter(e, d) = moments.scatter(d, e);
    }
  }
  return moments;
}

// All that a task needs to see and the room it works in.
class ChunkSweep {
 public:
  ChunkSweep(const Eigen::MatrixXd& positions, const Eigen::VectorXd& weight,
             const std::vector<ExpectedDensity>& densities, Eigen::MatrixXd* responsibility)
      : positions_(positions),
        weight_(weight),
        densities_(densities),
        responsibility_(responsibility),
        num_components_(static_cast<Eigen::Index>(densities.size())),
        tile_(kTileItems, positions.rows()),
        centred_(kTileItems, positions.rows()),
        share_(kTileItems, num_components_) {
    sums_.of_component.setZero(SumsOfComponent(positions.rows()), num_components_);
  }

  ChunkSums Run(Eigen::Index from, Eigen::Index to) {
    for (Eigen::Index first = from; first < to; first += kTileItems) {
      const Eigen::Index count = std::min<Eigen::Index>(kTileItems, to - first);
      SetShares(first, count);
      AddShares(first, count);
    }
    return std::move(sums_);
  }

 private:
  double WeightOf(Eigen::Index item) const { return weight_.size() > 0 ? weight_[item] : 1; }

  // share_: exp of the log joint less its largest, not yet divided by total_.
  void SetShares(Eigen::Index first, Eigen::Index count) {
    tile_.topRows(count) = positions_.middleCols(first, count).transpose();
    tile_.bottomRows(kTileItems - count).setZero();
    for (Eigen::Index k = 0; k < num_components_; ++k) {
      TileLogDensity(densities_[static_cast<std::size_t>(k)], tile_.data(), centred_.data(),
                     share_.col(k).data());
    }
    largest_ = share_.col(0);
    for (Eigen::Index k = 1; k < num_components_; ++k) largest_ = largest_.max(share_.col(k));
    total_.setZero();
    spread_.setZero();
    for (Eigen::Index k = 0; k < num_components_; ++k) {
      double* share = share_.col(k).data();
      for (Eigen::Index i = 0; i < count; ++i) {
        const double below = share[i] - largest_[i];
        if (below <= kLeastLogShare) {
          share[i] = 0;
        } else {
          share[i] = std::exp(below);
          total_[i] += share[i];
          spread_[i] += share[i] * below;
        }
      }
    }
  }

  void AddShares(Eigen::Index first, Eigen::Index count) {
    for (Eigen::Index i = 0; i < count; ++i) {
      const double weight = WeightOf(first + i);
      const double log_total = std::log(total_[i]);
      sums_.log_evidence += weight * (largest_[i] + log_total);
      sums_.entropy += weight * (log_total - spread_[i] / total_[i]);
      total_[i] = 1 / total_[i];
    }
    for (Eigen::Index k = 0; k < num_components_; ++k) {
      const double* share = share_.col(k).data();
      const Eigen::VectorXd& about = densities_[static_cast<std::size_t>(k)].mean;
      for (Eigen::Index i = 0; i < count; ++i) {
        const double r = share[i] * total_[i];
        if (responsibility_ != nullptr) (*responsibility_)(first + i, k) = r;
        if (r > 0) {
          AddItem(r * WeightOf(first + i), positions_.col(first + i).data(), about, centred_.data(),
                  sums_.of_component.col(k).data());
        }
      }
    }
  }

  const Eigen::MatrixXd& positions_;
  const Eigen::VectorXd& weight_;
  const std::vector<ExpectedDensity>& densities_;
  Eigen::MatrixXd* responsibility_;
  Eigen::Index num_components_;
  Eigen::ArrayXXd tile_, centred_;  // kTileItems x D
  Eigen::ArrayXXd share_;           // kTileItems x K
  Eigen::Array<double, kTileItems, 1> largest_, total_, spread_;
  ChunkSums sums_;
};

}  // namespace

ItemSweep SweepItems(const Eigen::MatrixXd& positions, const Eigen::VectorXd& weight,
                     const std::vector<MixtureComponent>& components, int num_threads,
                     Eigen::MatrixXd* responsibility) {
  const Eigen::VectorXd log_weight = ExpectedLogWeights(components);
  std::vector<ExpectedDensity> densities;
  for (std::size_t k = 0; k < components.size(); ++k) {
    densities.push_back(MakeExpectedDensity(components[k]));
    densities.back().constant += log_weight[static_cast<Eigen::Index>(k)];
  }
  if (responsibility != nullptr) responsibility->resize(positions.cols(), log_weight.size());

  const Eigen::Index num_items = positions.cols();
  std::vector<ChunkSums> chunks(static_cast<std::size_t>((num_items + kChunkItems - 1) / kChunkItems));
  ParallelFor(num_threads, static_cast<std::int64_t>(chunks.size()), [&](std::int64_t c) {
    const Eigen::Index from = c * kChunkItems;
    chunks[static_cast<std::size_t>(c)] = ChunkSweep(positions, weight, densities, responsibility)
                                              .Run(from, std::min(num_items, from + kChunkItems));
  });

  ItemSweep sweep;
  Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(SumsOfComponent(positions.rows()), log_weight.size());
  for (const ChunkSums& chunk : chunks) {
    sums += chunk.of_component;
    sweep.log_evidence += chunk.log_evidence;
    sweep.entropy += chunk.entropy;
  }
  for (std::size_t k = 0; k < components.size(); ++k)
    sweep.moments.push_back(ToMoments(sums.col(static_cast<Eigen::Index>(k)), densities[k].mean));
  return sweep;
}

}  // namespace crowdclust
