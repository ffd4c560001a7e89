// True labels from workers of unlike skill (Dawid and Skene, Applied Statistics 1979).
#pragma once

#include <cstddef>
#include <vector>

#include "labels/label_table.h"

namespace crowdclust {

struct DawidSkeneOptions {
  int num_sweeps = 100;  // 0 or more; one sweep is label probabilities, then priors and errors
  // Stops after sweep s > 0 when (bound[s] - bound[s-1]) / R < tolerance; 0 makes every sweep.
  double tolerance = 0;
};

// Every question has one true label t, drawn by the priors; worker j answers o with the chance error(j, o,
// t), whatever the others say. Q questions, J workers, K labels as in the table.
struct DawidSkeneFit {
  std::vector<double> probability;  // Q x K, row-major: chance that the label is the true one
  std::vector<int>
      label_of_question;      // Q: the most probable label, the lowest of those within 1e-9; -1: no rows
  std::vector<double> prior;  // K: mean probability over the questions with rows
  std::vector<double> error;  // J x K x K: see Error()
  std::vector<double> bound_of_sweep;  // nats, after each sweep
  bool reached_tolerance = false;      // whether the tolerance ended it, not the number of sweeps
  int num_labels = 0;                  // K

  double Probability(int question, int label) const {
    return probability[static_cast<std::size_t>(question) * static_cast<std::size_t>(num_labels) +
                       static_cast<std::size_t>(label)];
  }
  // Chance that the worker answers `observed` where `truth` is true; 0 for an answer this worker never gave.
  double Error(int worker, int observed, int truth) const {
    const auto width = static_cast<std::size_t>(num_labels);
    return error[(static_cast<std::size_t>(worker) * width + static_cast<std::size_t>(observed)) * width +
                 static_cast<std::size_t>(truth)];
  }
};

// Expectation maximisation from the shares of the votes. A sweep sets the probabilities by the errors and
// priors before it, then priors and errors by these probabilities; so does the public crowd-kit, and the
// numbers are the same. Expected counts of answers are taken as 1e-10 at least before a worker's errors are
// normalised over the answers that this worker gave, so no answer seen is ever impossible.
//
// The bound is E[log p(answers, true labels)] + entropy of the true labels, each question's prior counted
// once. It never falls but for what the 1e-10 takes: at most K * 1e-10 for each different label that a worker
// gave. (crowd-kit's `loss_history_` counts the prior once a row and may fall, so its tolerance stops at
// other sweeps.)
//
// A question without rows changes nothing; its probabilities are the priors. Without rows at all, priors and
// probabilities are 0. O(R K) a sweep; O(Q K + J K K) memory.
DawidSkeneFit FitDawidSkene(const LabelTable& table, const DawidSkeneOptions& options = {});

}  // namespace crowdclust
