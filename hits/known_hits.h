// HITs whose right groups are known: golden ones, exams, training.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/name_index.h"
#include "hits/hit.h"

namespace crowdclust {

// Items that belong to a group each.
struct GroupedItems {
  NameIndex items;
  std::vector<int> group_of_item;  // of each item, 0, 1, …
};

struct KnownHitOptions {
  int items_per_hit = 10;    // M, 2 to the number of known items
  int golden = 0;            // HITs of each kind, 0 or more
  int different_golden = 0;  // so many of the golden ones must differ in their items
  int exam = 0;
  int training = 0;
  std::string prefix{};  // before each HIT's name
};

// Items are indices into the known items.
struct KnownHits {
  std::vector<Hit> golden{};    // g1, g2, … (zero padded to equal width), with the prefix
  std::vector<Hit> exam{};      // e1, e2, …
  std::vector<Hit> training{};  // t1, t2, …
  int repeated = 0;             // HITs with the very items of an earlier one, of whatever kind
};

// Deals golden HITs, then exams, then training, each of M different items in random order: of as many groups
// as can give two items each, and so of two groups at least, with a pair together at least; HITs of two items
// are a pair together and a pair apart by turns. Groups that have been in the fewest HITs come first, and of
// a group the items that have; groups of one item only where the others do not fill a HIT. No two HITs have
// the same items, as long as others are found by some hundred draws. Equal seed, equal HITs. Throws
// InputError for options out of range, known items all in one group or each in its own, and too few different
// golden HITs. O(HITs N log N) time.
KnownHits DealKnownHits(const GroupedItems& known, const KnownHitOptions& options, std::uint64_t seed);

}  // namespace crowdclust
