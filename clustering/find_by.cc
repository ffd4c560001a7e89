#include "clustering/find_by.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/parallel.h"
#include "clustering/co_membership.h"
#include "clustering/crowd/togetherness.h"
#include "clustering/cut_choice.h"
#include "clustering/find_by_co_association.h"
#include "clustering/tree/linkage.h"
#include "clustering/work_ahead.h"

namespace crowdclust {
namespace {

bool Report(const Study& study, const PipelineProgress& now) {
  return !*study.callback || (*study.callback)(now);
}

// What part of the work the crowd model's fits are.
double CrowdShare(const Study& study) {
  const WorkAhead work = EstimateWork(SizeOf(study.known->answers), *study.options);
  return work.crowd / (work.crowd + work.partition);
}

void FitCrowd(const Study& study, Finding* found) {
  CrowdRestartsOptions options = study.options->crowd;
  options.crowd.dimensions = study.dimensions;
  const double share = CrowdShare(study);
  const auto report = [&](const CrowdRestartsProgress& now) {
    return Report(study, {.stage = now.pooled ? "crowd model, all workers as one" : "crowd model",
                          .part = now.restart,
                          .parts = options.restarts,
                          .sweep = now.sweep,
                          .bound = now.bound,
                          .alive = now.alive,
                          .share = share * static_cast<double>(now.done) / static_cast<double>(now.all)});
  };
  found->crowd = FitCrowdRestarts(MakeCrowdLayout(study.known->answers), options, report, *study.checkpoint);
}

// From these labels, or from one cluster where there are none.
void SearchPartitions(const Study& study, std::vector<int> start, Finding* found) {
  const double before = CrowdShare(study);
  const int searches = study.options->partition_restarts;
  const auto report = [&](int search, int done, int all) {
    return Report(study, {.stage = "partition model",
                          .part = search,
                          .parts = searches,
                          .share = before + (1 - before) * done / all});
  };
  if (!Report(study, {.stage = "partition model", .parts = searches, .share = before})) return;
  PartitionRestartsOptions options{.search = study.options->partition,
                                   .restarts = searches,
                                   .num_threads = study.num_threads(),
                                   .start = std::move(start)};
  options.search.seed = study.seed();
  found->partition = RestartPartition(study.partition, options, report, *study.checkpoint);
}

// Labels of all searches, the highest evidence first.
std::vector<std::vector<int>> SearchedLabels(const PartitionRestarts& partition) {
  std::vector<std::size_t> order(partition.runs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(),
                           [&partition](std::size_t r) { return partition.runs[r].evidence; });
  std::vector<std::vector<int>> labels;
  for (const std::size_t r : order) labels.push_back(partition.runs[r].cluster_of_item);
  return labels;
}

bool TooManyItems(const Study& study) { return static_cast<int>(study.known->item.size()) > kDenseItems; }

// leaf_of_item of a tree over the items themselves.
std::vector<int> ItemLeaves(const Study& study) {
  std::vector<int> leaves(study.known->item.size());
  std::iota(leaves.begin(), leaves.end(), 0);
  return leaves;
}

// A coarse tree can be cut into no more clusters than it has leaves.
void CheckLeaves(const Study& study, Eigen::Index leaves) {
  if (study.options->num_clusters <= leaves) return;
  throw InputError("--clusters " + std::to_string(study.options->num_clusters) + ": with more than " +
                   std::to_string(kDenseItems) + " items this method tells " + std::to_string(leaves) +
                   " clusters apart here; ask for fewer, or use --method linkage");
}

// Items of different components are never together.
void SplitComponents(const Study& study, Eigen::MatrixXd* togetherness) {
  if (study.known->num_components == 1) return;
  const std::vector<int>& component = study.known->component;
  const auto count = static_cast<Eigen::Index>(component.size());
  const Eigen::Map<const Eigen::ArrayXi> of(component.data(), count);
  for (Eigen::Index b = 0; b < count; ++b) togetherness->col(b).array() *= (of == of[b]).cast<double>();
}

ClusterTree WardTree(Eigen::MatrixXd togetherness, const Eigen::VectorXd& weight = {}) {
  togetherness = (1 - togetherness.array()).max(0);
  return LinkClusters(std::move(togetherness), LinkageRule::kWard, weight);
}

// The tree over an averaged togetherness, its cut, and each restart's own cut at the same number.
void CutTogetherness(const Study& study, Eigen::MatrixXd togetherness,
                     const std::vector<Eigen::MatrixXd>& of_member, Finding* found) {
  if (!togetherness.allFinite()) throw NumericalError("the togetherness of the items is not finite");
  SplitComponents(study, &togetherness);
  const ClusterTree tree = WardTree(std::move(togetherness));
  found->label = ChooseCut(study.partition, tree, ItemLeaves(study), study.options->num_clusters).label;
  const int count = *std::ranges::max_element(found->label) + 1;
  for (const Eigen::MatrixXd& member : of_member)
    found->labellings.push_back(CutTree(WardTree(member), count));
}

std::vector<Eigen::MatrixXd> MemberTogetherness(const CrowdRestarts& crowd, int num_threads) {
  std::vector<Eigen::MatrixXd> members;
  const std::vector<int> numbers = crowd.Members();
  members.resize(numbers.size());
  ParallelFor(num_threads, static_cast<std::int64_t>(numbers.size()), [&](std::int64_t m) {
    const auto restart = static_cast<std::size_t>(numbers[static_cast<std::size_t>(m)]);
    members[static_cast<std::size_t>(m)] =
        Togetherness(crowd.restart[restart].posterior, kMostStandingForAll);
  });
  return members;
}

Eigen::MatrixXd Mean(const std::vector<Eigen::MatrixXd>& matrices) {
  Eigen::MatrixXd sum = matrices.front();
  for (std::size_t m = 1; m < matrices.size(); ++m) sum += matrices[m];
  return sum / static_cast<double>(matrices.size());
}

// The published second stage: a mixture over the positions of the best restart. `share` of the work is done
// with it.
std::vector<int> FitPositions(const Study& study, double share, Finding* found) {
  const CrowdPosterior& best = found->crowd.restart[static_cast<std::size_t>(found->crowd.best)].posterior;
  found->used_dimensions = UsedDimensions(best, study.options->crowd.crowd.prior);
  if (found->used_dimensions.empty()) {
    found->used_dimensions.resize(static_cast<std::size_t>(best.dimensions()));
    std::iota(found->used_dimensions.begin(), found->used_dimensions.end(), 0);
  }
  MixtureOptions options = study.options->mixture;
  options.num_threads = study.num_threads();
  const auto go_on = [&study, share](int, double) {
    return Report(study, {.stage = "mixture", .share = share});
  };
  found->mixture = FitMixture(best.item_mean(found->used_dimensions, Eigen::all), options, go_on);
  std::vector<int> label;
  for (Eigen::Index i = 0; i < found->mixture.posterior.responsibility.rows(); ++i) {
    Eigen::Index component = 0;
    found->mixture.posterior.responsibility.row(i).maxCoeff(&component);
    label.push_back(static_cast<int>(component));
  }
  return MakeClustering(label).cluster_of_item;
}

// The mixture with K forced: Ward's tree over the positions, or, with too many items for it, over the means
// of the mixture's own components, weighed by their items.
std::vector<int> CutPositions(const Study& study, Finding* found) {
  const CrowdPosterior& best = found->crowd.restart[static_cast<std::size_t>(found->crowd.best)].posterior;
  Eigen::MatrixXd points = best.item_mean(found->used_dimensions, Eigen::all);
  std::vector<int> leaf_of_item = ItemLeaves(study);
  Eigen::VectorXd weight = Eigen::VectorXd::Ones(points.cols());
  if (TooManyItems(study)) {
    found->coarse = true;
    leaf_of_item = found->label;
    weight.setZero(*std::ranges::max_element(leaf_of_item) + 1);
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(points.rows(), weight.size());
    for (std::size_t i = 0; i < leaf_of_item.size(); ++i) {
      sum.col(leaf_of_item[i]) += points.col(static_cast<Eigen::Index>(i));
      ++weight[leaf_of_item[i]];
    }
    points = sum * weight.cwiseInverse().asDiagonal();
  }
  CheckLeaves(study, points.cols());
  Eigen::MatrixXd distance(points.cols(), points.cols());
  for (Eigen::Index b = 0; b < points.cols(); ++b)
    distance.col(b) = (points.colwise() - points.col(b)).colwise().norm().transpose();
  const ClusterTree tree = LinkClusters(std::move(distance), LinkageRule::kWard, weight);
  return CutItems(tree, leaf_of_item, study.options->num_clusters);
}

// Too many items for a matrix: items that all labellings treat alike become one leaf, and leaves are linked
// by the share of labellings that put them together. Fewer labellings are used until the leaves fit.
void CutLabellings(const Study& study, Finding* found) {
  found->coarse = true;
  std::vector<std::vector<int>> used = found->labellings;
  std::map<std::vector<int>, int> leaf_of;
  std::vector<std::vector<int>> rows;
  std::vector<int> leaf_of_item;
  for (;; used.pop_back()) {
    leaf_of.clear();
    rows.clear();
    leaf_of_item.clear();
    for (std::size_t i = 0; i < study.known->item.size(); ++i) {
      std::vector<int> row = {study.known->component[i]};
      for (const std::vector<int>& labels : used) row.push_back(labels[i]);
      const auto [place, added] = leaf_of.emplace(row, static_cast<int>(rows.size()));
      if (added) rows.push_back(std::move(row));
      leaf_of_item.push_back(place->second);
    }
    if (static_cast<int>(rows.size()) <= kDenseItems || used.size() == 1) break;
  }
  CheckLeaves(study, static_cast<Eigen::Index>(rows.size()));
  if (static_cast<int>(rows.size()) > kDenseItems) {  // the best labelling alone is too fine for a tree
    found->label = found->labellings.front();
    return;
  }
  std::vector<std::vector<int>> of_leaf(used.size());
  Eigen::VectorXd weight = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(rows.size()));
  for (const int leaf : leaf_of_item) ++weight[leaf];
  for (const std::vector<int>& row : rows) {
    for (std::size_t l = 0; l < used.size(); ++l) of_leaf[l].push_back(row[l + 1]);
  }
  const ClusterTree tree = WardTree(CoMembership(of_leaf), weight);
  found->label = ChooseCut(study.partition, tree, leaf_of_item, study.options->num_clusters).label;
}

Finding FindByCrowd(const Study& study) {
  Finding found;
  FitCrowd(study, &found);
  if (TooManyItems(study)) {
    found.labellings = {FitPositions(study, 1, &found)};
    CutLabellings(study, &found);
    return found;
  }
  const std::vector<Eigen::MatrixXd> members = MemberTogetherness(found.crowd, study.num_threads());
  CutTogetherness(study, Mean(members), members, &found);
  return found;
}

Finding FindByMixture(const Study& study) {
  Finding found;
  FitCrowd(study, &found);
  found.label = FitPositions(study, 1, &found);
  if (study.options->num_clusters > 0) found.label = CutPositions(study, &found);
  found.labellings = {found.label};
  return found;
}

Finding FindByPartition(const Study& study) {
  Finding found;
  SearchPartitions(study, {}, &found);
  if (found.partition.runs.empty()) {
    found.label.assign(study.known->item.size(), 0);
    found.labellings = {found.label};
    return found;
  }
  found.labellings = SearchedLabels(found.partition);
  if (study.options->num_clusters == 0 || TooManyItems(study)) {
    found.label = found.labellings.front();
    if (study.options->num_clusters > 0) CutLabellings(study, &found);
    return found;
  }
  CutTogetherness(study, CoMembership(found.labellings), {}, &found);
  return found;
}

Finding FindByBoth(const Study& study) {
  Finding found;
  FitCrowd(study, &found);
  // Of many items a search from one cluster is lost in their detail: it mends what the crowd model found.
  std::vector<int> start;
  if (TooManyItems(study)) start = FitPositions(study, CrowdShare(study), &found);
  SearchPartitions(study, start, &found);
  std::vector<std::vector<int>> searches;
  if (!found.partition.runs.empty()) searches = SearchedLabels(found.partition);
  if (TooManyItems(study)) {
    found.labellings = searches;
    found.labellings.push_back(std::move(start));
    CutLabellings(study, &found);
    return found;
  }
  const std::vector<Eigen::MatrixXd> members = MemberTogetherness(found.crowd, study.num_threads());
  Eigen::MatrixXd togetherness = Mean(members);
  if (!searches.empty()) togetherness = (0.5 * (togetherness + CoMembership(searches))).eval();
  CutTogetherness(study, std::move(togetherness), members, &found);
  found.labellings.insert(found.labellings.begin(), searches.begin(), searches.end());
  return found;
}

}  // namespace

Finding FindBy(const Study& study) {
  // In the order of ClusterMethod.
  constexpr std::array kFindBy = {FindByBoth,    FindByCrowd,    FindByMixture, FindByPartition,
                                  FindByLinkage, FindBySpectrum, FindByMajority};
  return kFindBy[static_cast<std::size_t>(study.options->method)](study);
}

}  // namespace crowdclust
