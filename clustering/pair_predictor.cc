#include "clustering/pair_predictor.h"

#include <algorithm>
#include <utility>

#include "base/special.h"
#include "clustering/crowd/togetherness.h"

namespace crowdclust {
namespace {

double Quotient(double sum, std::size_t count) { return sum / static_cast<double>(count); }

// The mean of the two kinds that there are.
double Join(double by_blocks, std::size_t num_labellings, double by_crowd, std::size_t num_restarts) {
  if (num_restarts == 0) return by_blocks;
  if (num_labellings == 0) return by_crowd;
  return 0.5 * (by_blocks + by_crowd);
}

}  // namespace

PairPredictor MakePairPredictor(const Answers& answers, const PipelineResult& result, int num_workers) {
  PairPredictor predictor;
  std::vector<std::vector<int>> labellings = result.labellings;
  std::vector<int> final_label = result.clustering.cluster_of_item;
  predictor.lone.resize(final_label.size());
  for (const int item : result.lone_items) {
    predictor.lone[static_cast<std::size_t>(item)] = true;
    final_label[static_cast<std::size_t>(item)] = -1;
  }
  labellings.push_back(final_label);
  for (std::vector<int>& label : labellings) {
    const int count = label.empty() ? 0 : 1 + *std::ranges::max_element(label);
    BlockModel blocks = num_workers > 0 ? FitBlockModelOfWorkers(answers, label, count, num_workers)
                                        : FitBlockRates(answers, label, count);
    predictor.base_rate = blocks.base_rate;
    predictor.labellings.push_back({std::move(label), std::move(blocks)});
  }
  predictor.standing_for_all = WorkersThatStandForAll(answers.num_workers(), kMostStandingForAll);
  for (const int r : result.crowd.Members()) {
    const CrowdPosterior& posterior = result.crowd.restart[static_cast<std::size_t>(r)].posterior;
    PairPredictor::CrowdView view{posterior, {}};
    for (const int j : predictor.standing_for_all)
      view.pull.push_back(WorkerWeights(posterior, j) * posterior.item_mean);
    predictor.crowd.push_back(std::move(view));
  }
  return predictor;
}

double PredictNewWorker(const PairPredictor& predictor, int a, int b) {
  const auto i = static_cast<std::size_t>(a), k = static_cast<std::size_t>(b);
  if (predictor.lone[i] || predictor.lone[k]) return predictor.base_rate;
  double by_blocks = 0, by_crowd = 0;
  for (const PairPredictor::Labelling& one : predictor.labellings)
    by_blocks += NewWorkerTogetherness(one.blocks, one.label_of_item[i], one.label_of_item[k]);
  for (const PairPredictor::CrowdView& view : predictor.crowd) {
    double sum = 0;
    for (std::size_t w = 0; w < view.pull.size(); ++w)
      sum += Sigmoid(view.pull[w].col(a).dot(view.posterior.item_mean.col(b)) +
                     view.posterior.bias_mean[predictor.standing_for_all[w]]);
    by_crowd += Quotient(sum, view.pull.size());
  }
  const std::size_t labellings = predictor.labellings.size(), restarts = predictor.crowd.size();
  return Join(Quotient(by_blocks, labellings), labellings, Quotient(by_crowd, restarts), restarts);
}

double PredictWorker(const PairPredictor& predictor, int worker, int a, int b) {
  const auto i = static_cast<std::size_t>(a), k = static_cast<std::size_t>(b);
  double by_blocks = 0, by_crowd = 0;
  for (const PairPredictor::Labelling& one : predictor.labellings)
    by_blocks += WorkerTogetherness(one.blocks, worker, one.label_of_item[i], one.label_of_item[k]);
  const std::size_t labellings = predictor.labellings.size(), restarts = predictor.crowd.size();
  by_blocks = Quotient(by_blocks, labellings);
  if (predictor.lone[i] || predictor.lone[k]) return by_blocks;
  for (const PairPredictor::CrowdView& view : predictor.crowd) {
    const CrowdPosterior& posterior = view.posterior;
    const Eigen::VectorXd pull = WorkerWeights(posterior, worker) * posterior.item_mean.col(a);
    by_crowd += Sigmoid(pull.dot(posterior.item_mean.col(b)) + posterior.bias_mean[worker]);
  }
  return Join(by_blocks, labellings, Quotient(by_crowd, restarts), restarts);
}

}  // namespace crowdclust
