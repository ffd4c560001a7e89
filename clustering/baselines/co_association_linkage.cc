#include "clustering/baselines/co_association_linkage.h"

#include <map>
#include <set>

namespace crowdclust {
namespace {

struct Node {
  int number = 0;  // in the tree
  double size = 1;
  std::map<int, double> excess;  // other node's slot -> sum over pairs seen of similarity - base rate
};

struct Neighbour {
  int slot = -1;
  double excess = 0;  // mean over all pairs
};

// The live slot most alike; `preferred` at a tie, then the lowest. A slot never met has excess 0.
Neighbour Nearest(const std::vector<Node>& nodes, const std::set<int>& live, int slot, int preferred) {
  const Node& node = nodes[static_cast<std::size_t>(slot)];
  const auto mean_to = [&](int other) {
    const auto met = node.excess.find(other);
    return met == node.excess.end() ? 0.0
                                    : met->second / (node.size * nodes[static_cast<std::size_t>(other)].size);
  };
  Neighbour best;
  const auto consider = [&](int other, double excess) {
    if (best.slot < 0 || excess > best.excess) best = {other, excess};
  };
  if (preferred >= 0) consider(preferred, mean_to(preferred));
  for (const auto& [other, sum] : node.excess)
    consider(other, sum / (node.size * nodes[static_cast<std::size_t>(other)].size));
  if (best.slot < 0 || best.excess < 0) {
    for (const int other : live) {
      if (other != slot && !node.excess.contains(other)) {
        consider(other, 0);
        break;
      }
    }
  }
  return best;
}

// Puts `gone` into `kept`.
void Merge(std::vector<Node>* nodes, int kept, int gone) {
  Node& into = (*nodes)[static_cast<std::size_t>(kept)];
  Node& from = (*nodes)[static_cast<std::size_t>(gone)];
  into.excess.erase(gone);
  for (const auto& [other, sum] : from.excess) {
    if (other == kept) continue;
    std::map<int, double>& back = (*nodes)[static_cast<std::size_t>(other)].excess;
    back.erase(gone);
    back[kept] = into.excess[other] += sum;
  }
  into.size += from.size;
  from.excess.clear();
}

}  // namespace

ClusterTree LinkCoAssociation(const CoAssociation& co_association) {
  const int count = co_association.num_items();
  std::vector<Node> nodes(static_cast<std::size_t>(count));
  std::set<int> live;
  for (int i = 0; i < count; ++i) {
    nodes[static_cast<std::size_t>(i)].number = i;
    live.insert(live.end(), i);
    for (const CoAssociation::Meeting& pair : co_association.MeetingsOf(i)) {
      nodes[static_cast<std::size_t>(i)].excess[pair.other] =
          co_association.Similarity(pair) - co_association.base_rate;
    }
  }
  std::vector<ClusterTree::Merge> merges;
  std::vector<int> chain;
  while (live.size() > 1) {
    if (chain.empty()) chain.push_back(*live.begin());
    Neighbour nearest;
    for (;;) {
      const int before = chain.size() > 1 ? chain[chain.size() - 2] : -1;
      nearest = Nearest(nodes, live, chain.back(), before);
      if (nearest.slot == before) break;
      chain.push_back(nearest.slot);
    }
    const int gone = chain.back(), kept = chain[chain.size() - 2];
    chain.resize(chain.size() - 2);
    merges.push_back({nodes[static_cast<std::size_t>(kept)].number,
                      nodes[static_cast<std::size_t>(gone)].number,
                      1 - co_association.base_rate - nearest.excess});
    live.erase(gone);
    Merge(&nodes, kept, gone);
    nodes[static_cast<std::size_t>(kept)].number = count + static_cast<int>(merges.size()) - 1;
  }
  return OrderMerges(count, merges);
}

}  // namespace crowdclust
