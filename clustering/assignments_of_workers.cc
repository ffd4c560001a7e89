#include "clustering/assignments_of_workers.h"

#include <numeric>

namespace crowdclust {

AssignmentsOfWorkers GroupByWorker(const Answers& answers) {
  AssignmentsOfWorkers found;
  found.first.assign(static_cast<std::size_t>(answers.num_workers()) + 1, 0);
  for (const int worker : answers.worker_of_assignment) ++found.first[static_cast<std::size_t>(worker) + 1];
  std::partial_sum(found.first.begin(), found.first.end(), found.first.begin());
  found.assignment.resize(answers.worker_of_assignment.size());
  std::vector<std::int64_t> next(found.first.begin(), found.first.end() - 1);
  for (std::size_t p = 0; p < answers.worker_of_assignment.size(); ++p) {
    const auto worker = static_cast<std::size_t>(answers.worker_of_assignment[p]);
    found.assignment[static_cast<std::size_t>(next[worker]++)] = static_cast<int>(p);
  }
  return found;
}

}  // namespace crowdclust
