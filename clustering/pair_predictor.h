// The chance that a worker puts two items together, by all that a run of the pipeline found.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "answers/answers.h"
#include "clustering/block_model.h"
#include "clustering/pipeline.h"

namespace crowdclust {

// The mean over two kinds of views, where the method has both: the block model of each labelling, averaged,
// and each averaged restart of the crowd model (M1 at its posterior means).
struct PairPredictor {
  struct Labelling {
    std::vector<int> label_of_item;  // N; -1 for a lone item
    BlockModel blocks;
  };
  struct CrowdView {
    CrowdPosterior posterior;
    std::vector<Eigen::MatrixXd> pull;  // of the workers below: W_j times the item means (D x N)
  };
  std::vector<Labelling> labellings;
  std::vector<CrowdView> crowd;
  std::vector<int> standing_for_all;  // workers whose mean a new worker's view is
  std::vector<bool> lone;             // N: nothing is known of the item
  double base_rate = 0.5;
};

// `answers` are those that the result was found from; PredictWorker may be asked of workers 0..num_workers-1.
PairPredictor MakePairPredictor(const Answers& answers, const PipelineResult& result, int num_workers);

// Of a worker not seen before. O(labellings + restarts x workers standing for all x D).
double PredictNewWorker(const PairPredictor& predictor, int a, int b);

// Of worker j, by that worker's own answers too.
double PredictWorker(const PairPredictor& predictor, int worker, int a, int b);

}  // namespace crowdclust
