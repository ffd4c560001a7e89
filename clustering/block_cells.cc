#include "clustering/block_cells.h"

#include <algorithm>
#include <numeric>

#include "clustering/assignments_of_workers.h"

namespace crowdclust {
namespace {

void FindParts(BlockCounter* counter) {
  counter->run.clear();
  counter->part.clear();
  for (std::size_t at = 0; at < counter->key.size(); ++at) {
    const std::uint64_t key = counter->key[at];
    const auto cluster = static_cast<int>(key >> 32);
    const bool new_part = counter->part.empty() || counter->part.back().cluster != cluster;
    if (new_part) counter->part.push_back({cluster, counter->run.size(), counter->run.size(), 0});
    BlockCounter::Part& part = counter->part.back();
    if (new_part || key != counter->key[at - 1]) {
      counter->run.push_back({static_cast<std::uint32_t>(key), 0});
      ++part.last;
    }
    ++counter->run.back().items;
    ++part.items;
  }
}

// Pairs in one group of which one item is of either part; the parts differ.
double SameBetween(const std::vector<BlockCounter::Run>& run, const BlockCounter::Part& one,
                   const BlockCounter::Part& two) {
  double same = 0;
  std::size_t a = one.first, b = two.first;
  while (a < one.last && b < two.last) {
    if (run[a].group == run[b].group) {
      same += run[a++].items * run[b++].items;
    } else {
      ++(run[a].group < run[b].group ? a : b);
    }
  }
  return same;
}

double SameWithin(const std::vector<BlockCounter::Run>& run, const BlockCounter::Part& part) {
  double same = 0;
  for (std::size_t a = part.first; a < part.last; ++a) same += run[a].items * (run[a].items - 1) / 2;
  return same;
}

void AddTo(const BlockCell& more, BlockCell* cell) {
  cell->seen += more.seen;
  cell->same += more.same;
  cell->weight += more.weight;
  cell->same_weight += more.same_weight;
}

// Stable order of the cells by (first, second), by counting.
struct CellOrder {
  std::vector<std::uint32_t> by_second, order;
  std::vector<std::uint32_t> next;  // K
};

template <typename Label>
void SortByCounting(std::span<const std::uint32_t> from, const Label& label, std::vector<std::uint32_t>* next,
                    std::vector<std::uint32_t>* to) {
  std::ranges::fill(*next, 0);
  for (const std::uint32_t at : from) ++(*next)[static_cast<std::size_t>(label(at))];
  std::exclusive_scan(next->begin(), next->end(), next->begin(), std::uint32_t{0});
  to->resize(from.size());
  for (const std::uint32_t at : from) (*to)[(*next)[static_cast<std::size_t>(label(at))]++] = at;
}

void SortCells(const std::vector<BlockCell>& cells, CellOrder* order) {
  order->order.resize(cells.size());
  std::iota(order->order.begin(), order->order.end(), std::uint32_t{0});
  const auto second = [&cells](std::uint32_t at) { return cells[at].second; };
  const auto first = [&cells](std::uint32_t at) { return cells[at].first; };
  SortByCounting(order->order, second, &order->next, &order->by_second);
  SortByCounting(order->by_second, first, &order->next, &order->order);
}

}  // namespace

void CountBlocks(std::span<const int> items, std::span<const int> groups, std::span<const int> label_of_item,
                 BlockCounter* counter) {
  counter->key.clear();
  counter->cell.clear();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int label = label_of_item[static_cast<std::size_t>(items[i])];
    if (label >= 0)
      counter->key.push_back(static_cast<std::uint64_t>(label) << 32 | static_cast<std::uint32_t>(groups[i]));
  }
  std::ranges::sort(counter->key);
  FindParts(counter);
  const std::vector<BlockCounter::Part>& part = counter->part;
  for (std::size_t k = 0; k < part.size(); ++k) {
    for (std::size_t l = k; l < part.size(); ++l) {
      const double seen = k == l ? part[k].items * (part[k].items - 1) / 2 : part[k].items * part[l].items;
      if (seen == 0) continue;
      const double same =
          k == l ? SameWithin(counter->run, part[k]) : SameBetween(counter->run, part[k], part[l]);
      const double weight = 2 / (k == l ? part[k].items : part[k].items + part[l].items);
      counter->cell.push_back({part[k].cluster, part[l].cluster, seen, same, weight * seen, weight * same});
    }
  }
}

CellsOfWorkers CountCells(const Answers& answers, std::span<const int> label_of_item, int num_labels,
                          int num_workers) {
  const AssignmentsOfWorkers assignments = GroupByWorker(answers);
  CellsOfWorkers found;
  found.first.push_back(0);
  BlockCounter counter;
  std::vector<BlockCell> all;  // of one worker, assignment by assignment
  CellOrder order;
  order.next.resize(static_cast<std::size_t>(num_labels));
  for (int worker = 0; worker < num_workers; ++worker) {
    all.clear();
    for (const int p : assignments.Of(worker)) {
      CountBlocks(answers.ItemsOf(p), answers.GroupsOf(p), label_of_item, &counter);
      all.insert(all.end(), counter.cell.begin(), counter.cell.end());
    }
    SortCells(all, &order);
    const std::size_t own = found.cell.size();
    for (const std::uint32_t at : order.order) {
      const BlockCell& more = all[at];
      const bool known = found.cell.size() > own && found.cell.back().first == more.first &&
                         found.cell.back().second == more.second;
      if (!known) found.cell.push_back({.first = more.first, .second = more.second});
      AddTo(more, &found.cell.back());
    }
    found.first.push_back(static_cast<std::int64_t>(found.cell.size()));
  }
  found.cell.shrink_to_fit();
  found.first.resize(static_cast<std::size_t>(answers.num_workers()) + 1, found.first.back());
  return found;
}

}  // namespace crowdclust
