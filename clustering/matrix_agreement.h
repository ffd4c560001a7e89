// Whether a partition follows a similarity more than chance would have it.
#pragma once

namespace crowdclust {

// Sum of the similarity over the pairs in one group, and its mean and variance when the items are shuffled
// over the places of the partition (Mantel, Cancer Research 1967). The variance is exact, 0 for 2 and 3 items
// where no shuffle changes the sum.
struct MatrixAgreement {
  double sum = 0;
  double mean = 0;
  double variance = 0;
};

// Sums over ordered pairs of different items of a symmetric similarity: of the entries, of their squares, and
// of the squared sums of the rows.
struct PairMoments {
  double total = 0, squares = 0, rows = 0;
};

// Adds one group of `items` to the moments of a partition: 1 for two items of one group, else 0.
void AddGroup(double items, PairMoments* partition);

// The agreement by the moments of both: `within` is the sum of the similarity over the ordered pairs of
// different items in one group. num_items >= 2.
MatrixAgreement AgreeByMoments(double num_items, double within, const PairMoments& similarity,
                               const PairMoments& partition);

}  // namespace crowdclust
