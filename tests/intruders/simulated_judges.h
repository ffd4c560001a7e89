// Intruder studies whose true precision is known.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "base/random.h"
#include "base/special.h"
#include "intruders/judged_answers.h"

namespace crowdclust::testing {

// An answer is right with chance sigmoid(cluster + HIT + worker), the last two normal about 0.
struct JudgeModel {
  int clusters = 6;
  int hits = 100;
  int overlap = 5;
  int workers = 40;
  double mean = 1;  // of the clusters' logits
  double cluster_spread = 0.7;
  double hit_spread = 0.7;
  double worker_spread = 0.7;
};

struct SimulatedJudges {
  JudgedAnswers judged;
  double precision = 0;  // of these clusters, over HITs and workers
};

// Mean of sigmoid(mean + spread z), z normal.
inline double MeanSigmoid(double mean, double spread) {
  double sum = 0, weight = 0;
  for (int i = -300; i <= 300; ++i) {
    const double z = 0.025 * i, density = std::exp(-0.5 * z * z);
    sum += density * Sigmoid(mean + spread * z);
    weight += density;
  }
  return sum / weight;
}

inline SimulatedJudges SimulateJudges(const JudgeModel& model, Random* random) {
  SimulatedJudges study;
  JudgedAnswers& judged = study.judged;
  std::vector<double> cluster, worker;
  for (int c = 0; c < model.clusters; ++c) {
    judged.clusters.Add(std::to_string(c));
    cluster.push_back(model.mean + model.cluster_spread * random->Normal());
  }
  for (int w = 0; w < model.workers; ++w) {
    judged.workers.Add("w" + std::to_string(w));
    worker.push_back(model.worker_spread * random->Normal());
  }
  for (int h = 0; h < model.hits; ++h) {
    const int c = h % model.clusters;
    judged.hit_names.push_back("h" + std::to_string(h));
    judged.main_cluster_of_hit.push_back(c);
    judged.other_cluster_of_hit.push_back(-1);
    judged.chance_of_hit.push_back(0.125);
    const double logit = cluster[static_cast<std::size_t>(c)] + model.hit_spread * random->Normal();
    study.precision +=
        MeanSigmoid(cluster[static_cast<std::size_t>(c)], std::hypot(model.hit_spread, model.worker_spread)) /
        model.hits;
    const std::vector<int> order = random->Order(model.workers);
    for (int k = 0; k < model.overlap; ++k) {
      const int w = order[static_cast<std::size_t>(k)];
      judged.hit_of_row.push_back(h);
      judged.worker_of_row.push_back(w);
      judged.right_of_row.push_back(random->Chance(Sigmoid(logit + worker[static_cast<std::size_t>(w)])));
    }
  }
  return study;
}

}  // namespace crowdclust::testing
