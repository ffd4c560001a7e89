// Small random problems for the crowd model's tests.
#pragma once

#include "answers/answers.h"
#include "base/random.h"
#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust::testing {

// Assignments of 1 to `most` of `items` items in up to 4 groups by `workers` workers.
inline Answers RandomAnswers(int items, int workers, int assignments, int most, Random* random) {
  Answers answers;
  for (int i = 0; i < items; ++i) answers.items.Add("i" + std::to_string(i));
  for (int j = 0; j < workers; ++j) answers.workers.Add("w" + std::to_string(j));
  std::vector<int> deck(static_cast<std::size_t>(items));
  for (int i = 0; i < items; ++i) deck[static_cast<std::size_t>(i)] = i;
  for (int p = 0; p < assignments; ++p) {
    random->Shuffle(&deck);
    const int size = 1 + random->Below(most);
    for (int k = 0; k < size; ++k) {
      answers.item_of_row.push_back(deck[static_cast<std::size_t>(k)]);
      answers.group_of_row.push_back(random->Below(4));
    }
    answers.worker_of_assignment.push_back(random->Below(workers));
    answers.hit_of_assignment.push_back(-1);
    answers.seconds.push_back(0);
    answers.first_row.push_back(answers.num_rows());
  }
  return answers;
}

inline CrowdPosterior RandomPosterior(int dimensions, int items, int workers, Random* random) {
  const auto means = [random](int rows, int columns) {
    return Eigen::MatrixXd::NullaryExpr(rows, columns, [random] { return random->Normal(); }).eval();
  };
  const auto variances = [random](int rows, int columns) {
    return Eigen::MatrixXd::NullaryExpr(rows, columns, [random] { return 0.05 + random->Uniform(); }).eval();
  };
  CrowdPosterior posterior;
  posterior.item_mean = means(dimensions, items);
  posterior.item_variance = variances(dimensions, items);
  posterior.weight_mean = means(PackedSize(dimensions), workers);
  posterior.weight_variance = variances(PackedSize(dimensions), workers);
  posterior.bias_mean = means(workers, 1);
  posterior.bias_variance = variances(workers, 1);
  return posterior;
}

}  // namespace crowdclust::testing
