#include "report/aggregate_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/delimited_text.h"

namespace crowdclust {
namespace {

using Cells = std::vector<std::string>;

std::string Number(double value) { return std::isfinite(value) ? fmt::format("{:.6g}", value) : "NA"; }

std::string ClusterOrNone(int cluster) { return cluster < 0 ? "NA" : std::to_string(cluster); }

void Append(const Cells& cells, std::string* text) { AppendRow(cells, '\t', text); }

std::vector<int> AllItems(const Answers& answers) {
  std::vector<int> items(static_cast<std::size_t>(answers.num_items()));
  std::iota(items.begin(), items.end(), 0);
  return items;
}

int ClusterOf(const RunSummary& summary, int item) {
  return summary.result.clustering.cluster_of_item[static_cast<std::size_t>(item)];
}

// Share of an item's pair labels with the items of a cluster that say together (N x K would be too large).
struct Shares {
  std::vector<double> seen, same;  // by rank in the list of items

  static Shares Count(const Answers& answers, const RunSummary& summary, const std::vector<int>& items,
                      const std::vector<int>& cluster) {
    Shares shares{std::vector<double>(items.size()), std::vector<double>(items.size())};
    std::vector<int> rank(static_cast<std::size_t>(answers.num_items()), -1);
    for (std::size_t r = 0; r < items.size(); ++r)
      rank[static_cast<std::size_t>(items[r])] = static_cast<int>(r);
    for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
      const auto shown = answers.ItemsOf(p), groups = answers.GroupsOf(p);
      for (std::size_t a = 0; a < shown.size(); ++a) {
        if (rank[static_cast<std::size_t>(shown[a])] < 0) continue;
        const auto r = static_cast<std::size_t>(rank[static_cast<std::size_t>(shown[a])]);
        for (std::size_t b = 0; b < shown.size(); ++b) {
          if (a == b || ClusterOf(summary, shown[b]) != cluster[r]) continue;
          ++shares.seen[r];
          shares.same[r] += groups[a] == groups[b] ? 1 : 0;
        }
      }
    }
    return shares;
  }
  std::string Of(std::size_t r) const { return Number(same[r] / seen[r]); }
};

}  // namespace

std::string ClustersTable(const Answers& answers, const RunSummary& summary) {
  const PipelineResult& result = summary.result;
  std::vector<int> order = AllItems(answers);
  std::ranges::stable_sort(order, [&](int a, int b) {
    return ClusterOf(summary, a) != ClusterOf(summary, b) ? ClusterOf(summary, a) < ClusterOf(summary, b)
                                                          : result.margin[a] > result.margin[b];
  });
  std::string text;
  Append({"item", "cluster", "probability", "second_cluster", "second_probability", "stability"}, &text);
  for (const int item : order) {
    Append({answers.items.Name(item), std::to_string(ClusterOf(summary, item)),
            Number(result.probability[item]), ClusterOrNone(result.second[static_cast<std::size_t>(item)]),
            Number(result.second_probability[item]), Number(summary.item_stability[item])},
           &text);
  }
  return text;
}

std::string AmbiguousTable(const Answers& answers, const RunSummary& summary) {
  constexpr double kUnsure = 3;  // nats
  const PipelineResult& result = summary.result;
  std::vector<int> order;
  for (const int item : result.known) {
    if (result.second[static_cast<std::size_t>(item)] >= 0) order.push_back(item);
  }
  std::ranges::stable_sort(order, {}, [&result](int item) { return result.margin[item]; });
  const std::size_t least = std::min(order.size(), std::max<std::size_t>(10, order.size() / 10));
  const auto unsure = static_cast<std::size_t>(
      std::ranges::count_if(order, [&](int item) { return result.margin[item] < kUnsure; }));
  order.resize(std::max(least, unsure));
  std::vector<int> own, second;
  for (const int item : order) {
    own.push_back(ClusterOf(summary, item));
    second.push_back(result.second[static_cast<std::size_t>(item)]);
  }
  const Shares with_own = Shares::Count(answers, summary, order, own),
               with_second = Shares::Count(answers, summary, order, second);
  std::string text;
  Append({"item", "cluster", "second_cluster", "margin", "probability", "second_probability",
          "together_with_cluster", "together_with_second"},
         &text);
  for (std::size_t r = 0; r < order.size(); ++r) {
    const int item = order[r];
    Append({answers.items.Name(item), std::to_string(own[r]), std::to_string(second[r]),
            Number(result.margin[item]), Number(result.probability[item]),
            Number(result.second_probability[item]), with_own.Of(r), with_second.Of(r)},
           &text);
  }
  return text;
}

std::string WorkersTable(const Answers& answers, const RunSummary& summary) {
  const CrowdRestarts& crowd = summary.result.crowd;
  std::string text;
  Append({"worker", "assignments", "pairs", "bias", "agreement", "adjusted_agreement", "extra_groups",
          "extra_groups_low", "extra_groups_high", "level", "held_out_nats", "median_seconds", "clusters_z",
          "others_z", "flag"},
         &text);
  for (int j = 0; j < answers.num_workers(); ++j) {
    const WorkerSummary& worker = summary.workers[static_cast<std::size_t>(j)];
    const int level = summary.level_of_worker[static_cast<std::size_t>(j)];
    const std::string bias =
        crowd.restart.empty()
            ? "NA"
            : Number(crowd.restart[static_cast<std::size_t>(crowd.best)].posterior.bias_mean[j]);
    const std::string nats =
        summary.held_out.nats_of_worker.size() == 0 ? "NA" : Number(summary.held_out.nats_of_worker[j]);
    Append({answers.workers.Name(j), std::to_string(worker.assignments), std::to_string(worker.pairs), bias,
            Number(worker.agreement), Number(worker.adjusted_agreement), Number(worker.extra_groups),
            Number(worker.extra_groups_low), Number(worker.extra_groups_high),
            level == 0 ? "NA" : std::to_string(level), nats, Number(worker.median_seconds),
            Number(worker.clusters_z), Number(worker.others_z),
            worker.random ? "random: follows neither the clusters nor the other workers" : ""},
           &text);
  }
  return text;
}

std::string WorkerViewsTable(const Answers& answers, const RunSummary& summary) {
  std::string text;
  Append({"worker", "first_cluster", "second_cluster", "pairs", "together", "togetherness",
          "togetherness_in_general", "merges"},
         &text);
  for (int j = 0; j < answers.num_workers(); ++j) {
    for (const BlockCell& cell : summary.blocks.CellsOf(j)) {
      if (cell.first == cell.second) continue;
      const double view = WorkerTogetherness(summary.blocks, j, cell.first, cell.second);
      Append(
          {answers.workers.Name(j), std::to_string(cell.first), std::to_string(cell.second),
           Number(cell.seen), Number(cell.same), Number(view),
           Number(NewWorkerTogetherness(summary.blocks, cell.first, cell.second)), view > 0.5 ? "yes" : "no"},
          &text);
    }
  }
  return text;
}

std::string TreeTable(const RunSummary& summary) {
  const ClusterTree& tree = summary.tree;
  const auto name = [&tree](int node) {
    return node < tree.num_leaves ? fmt::format("cluster{}", node)
                                  : fmt::format("merge{}", node - tree.num_leaves + 1);
  };
  std::string text;
  Append({"merge", "first", "second", "togetherness", "clusters_left"}, &text);
  for (std::size_t m = 0; m < tree.merges.size(); ++m) {
    const ClusterTree::Merge& merge = tree.merges[m];
    Append({name(tree.num_leaves + static_cast<int>(m)), name(merge.first), name(merge.second),
            Number(1 - merge.height), std::to_string(tree.num_leaves - static_cast<int>(m) - 1)},
           &text);
  }
  return text;
}

std::string LevelsTable(const Answers& answers, const RunSummary& summary) {
  Cells header = {"item"};
  std::vector<std::vector<int>> cuts;
  for (int count = 2; count <= summary.tree.num_leaves; ++count) {
    header.push_back(fmt::format("clusters_{}", count));
    cuts.push_back(CutTree(summary.tree, count));
  }
  std::string text;
  Append(header, &text);
  for (const int item : AllItems(answers)) {
    Cells cells = {answers.items.Name(item)};
    for (const std::vector<int>& cut : cuts)
      cells.push_back(std::to_string(cut[static_cast<std::size_t>(ClusterOf(summary, item))]));
    Append(cells, &text);
  }
  return text;
}

std::string SweepsTable(const PipelineResult& result) {
  std::string text;
  Append({"restart", "start", "sweep", "bound"}, &text);
  for (std::size_t r = 0; r < result.crowd.restart.size(); ++r) {
    const CrowdRestart& restart = result.crowd.restart[r];
    for (std::size_t s = 0; s < restart.bound_of_sweep.size(); ++s) {
      Append({std::to_string(r + 1), CrowdStartName(restart.start), std::to_string(s + 1),
              fmt::format("{:.12g}", restart.bound_of_sweep[s])},
             &text);
    }
  }
  return text;
}

std::string PositionsTable(const Answers& answers, const PipelineResult& result) {
  std::string text;
  if (result.crowd.restart.empty()) {
    Append({"item"}, &text);
    return text;
  }
  const CrowdPosterior& best = result.crowd.restart[static_cast<std::size_t>(result.crowd.best)].posterior;
  const int dimensions = best.dimensions();
  Cells cells = {"item"};
  for (int d = 1; d <= dimensions; ++d) cells.push_back(fmt::format("x{}", d));
  for (int d = 1; d <= dimensions; ++d) cells.push_back(fmt::format("var{}", d));
  Append(cells, &text);
  for (const int item : AllItems(answers)) {
    cells = {answers.items.Name(item)};
    for (int d = 0; d < dimensions; ++d) cells.push_back(fmt::format("{:.9g}", best.item_mean(d, item)));
    for (int d = 0; d < dimensions; ++d) cells.push_back(fmt::format("{:.9g}", best.item_variance(d, item)));
    Append(cells, &text);
  }
  return text;
}

}  // namespace crowdclust
