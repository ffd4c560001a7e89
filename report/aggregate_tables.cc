#include "report/aggregate_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/delimited_text.h"
#include "clustering/worker_summary.h"

namespace crowdclust {
namespace {

using Cells = std::vector<std::string>;

std::string Number(double value) { return std::isfinite(value) ? fmt::format("{:.6g}", value) : "NA"; }

void Append(const Cells& cells, std::string* text) { AppendRow(cells, '\t', text); }

}  // namespace

std::string ClustersTable(const Answers& answers, const PipelineResult& result) {
  std::vector<int> order(static_cast<std::size_t>(answers.num_items()));
  std::iota(order.begin(), order.end(), 0);
  const auto cluster = [&result](int item) {
    return result.clustering.cluster_of_item[static_cast<std::size_t>(item)];
  };
  std::ranges::stable_sort(order, [&](int a, int b) {
    return cluster(a) != cluster(b) ? cluster(a) < cluster(b) : result.probability[a] > result.probability[b];
  });
  std::string text;
  Append({"item", "cluster", "probability"}, &text);
  for (const int item : order) {
    Append({answers.items.Name(item), std::to_string(cluster(item)), Number(result.probability[item])},
           &text);
  }
  return text;
}

std::string WorkersTable(const Answers& answers, const PipelineResult& result) {
  const std::vector<WorkerSummary> summaries = SummariseWorkers(answers, result.clustering);
  std::string text;
  Append({"worker", "assignments", "pairs", "bias", "agreement"}, &text);
  for (int j = 0; j < answers.num_workers(); ++j) {
    const WorkerSummary& worker = summaries[static_cast<std::size_t>(j)];
    Append({answers.workers.Name(j), std::to_string(worker.assignments), std::to_string(worker.pairs),
            Number(result.crowd.bias_mean[j]), Number(worker.agreement)},
           &text);
  }
  return text;
}

std::string SweepsTable(const PipelineResult& result) {
  std::string text;
  Append({"restart", "sweep", "bound"}, &text);
  for (std::size_t r = 0; r < result.restarts.size(); ++r) {
    const std::vector<double>& bound = result.restarts[r].bound_of_sweep;
    for (std::size_t s = 0; s < bound.size(); ++s) {
      Append({std::to_string(r + 1), std::to_string(s + 1), fmt::format("{:.12g}", bound[s])}, &text);
    }
  }
  return text;
}

std::string PositionsTable(const Answers& answers, const PipelineResult& result) {
  const int dimensions = result.crowd.dimensions();
  Cells cells = {"item"};
  for (int d = 1; d <= dimensions; ++d) cells.push_back(fmt::format("x{}", d));
  for (int d = 1; d <= dimensions; ++d) cells.push_back(fmt::format("var{}", d));
  std::string text;
  Append(cells, &text);
  for (int item = 0; item < answers.num_items(); ++item) {
    cells = {answers.items.Name(item)};
    for (int d = 0; d < dimensions; ++d)
      cells.push_back(fmt::format("{:.9g}", result.crowd.item_mean(d, item)));
    for (int d = 0; d < dimensions; ++d)
      cells.push_back(fmt::format("{:.9g}", result.crowd.item_variance(d, item)));
    Append(cells, &text);
  }
  return text;
}

}  // namespace crowdclust
