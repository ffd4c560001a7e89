// The graph of items that meet: whether it hangs together, and how well.
#pragma once

#include <vector>

#include "hits/blocks.h"

namespace crowdclust {

// The component of every item, numbered by first appearance; items of two components are never compared, not
// even by way of others. O(rows).
std::vector<int> ComponentOfItems(int num_items, const Blocks& blocks);

// How many components there are; an item in no block is one of its own.
int NumComponents(int num_items, const Blocks& blocks);

// The second largest eigenvalue of the random walk from an item to a block that holds it to an item of that
// block, and its vector in the walk's symmetric form (Zhou, Huang and Schoelkopf, "Learning with
// hypergraphs", NIPS 2006). 1 minus the eigenvalue is the spectral gap: 0 where the graph falls into parts,
// near 1 where every part of the items meets every other as often as chance would have it.
struct SecondEigenvector {
  double eigenvalue = 0;
  int iterations = 0;
  std::vector<double> item;  // N, of length 1, orthogonal to the walk's equilibrium
};

// By power iteration from `start` (of a former graph, or empty), until an iteration changes the eigenvalue by
// less than `tolerance`, at most 2,000 of them; each O(rows). Every item must be in a block; num_items >= 2.
SecondEigenvector FindSecondEigenvector(int num_items, const Blocks& blocks, double tolerance = 1e-6,
                                        const std::vector<double>& start = {});

// 1 minus the eigenvalue, 0 exactly where the graph is not connected. `tolerance` is of the eigenvalue.
double SpectralGap(int num_items, const Blocks& blocks, double tolerance = 1e-6);

}  // namespace crowdclust
