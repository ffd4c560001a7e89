#include "answers/simulated_crowd.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

int CountOf(double share, int all) { return static_cast<int>(std::lround(share * all)); }

// Labels renumbered 0, 1, … in order of first appearance.
template <typename Key>
std::vector<int> NumberedLabels(const std::vector<Key>& keys) {
  std::map<Key, int> number_of_key;
  std::vector<int> numbers;
  numbers.reserve(keys.size());
  for (const Key& key : keys) {
    numbers.push_back(number_of_key.emplace(key, static_cast<int>(number_of_key.size())).first->second);
  }
  return numbers;
}

// For each label the label it is seen as: each is joined, with chance `share`, with another random one.
std::vector<int> LumpedLabels(int num_labels, double share, Random* random) {
  std::vector<int> seen_as(static_cast<std::size_t>(num_labels));
  std::iota(seen_as.begin(), seen_as.end(), 0);
  for (int label = 0; label < num_labels && num_labels > 1; ++label) {
    if (!random->Chance(share)) continue;
    const int drawn = random->Below(num_labels - 1);
    const int other = drawn < label ? drawn : drawn + 1;
    const int from = seen_as[static_cast<std::size_t>(other)];
    std::ranges::replace(seen_as, from, seen_as[static_cast<std::size_t>(label)]);
  }
  return seen_as;
}

// The labels that a worker who follows the first label sees.
std::vector<int> ViewOf(const SimulatedWorker& worker, const CrowdDescription& crowd,
                        const LabelColumn& truth, const LabelColumn* second, Random* random) {
  const int num_labels = truth.labels.size();
  const std::vector<int> seen_as = LumpedLabels(num_labels, worker.lumper ? crowd.lump_share : 0, random);
  std::vector<char> is_split(seen_as.size(), 0);
  for (char& split : is_split) split = worker.splitter && random->Chance(crowd.split_share);
  std::vector<std::pair<int, int>> keys;
  for (std::size_t i = 0; i < truth.label_of_item.size(); ++i) {
    const int seen = seen_as[static_cast<std::size_t>(truth.label_of_item[i])];
    keys.emplace_back(seen, is_split[static_cast<std::size_t>(seen)] ? second->label_of_item[i] : -1);
  }
  return NumberedLabels(keys);
}

double DrawNoise(const CrowdDescription& crowd, Random* random) {
  if (crowd.noise_spread <= 0) return crowd.noise;
  const double weight = crowd.noise * (1 - crowd.noise) / (crowd.noise_spread * crowd.noise_spread) - 1;
  return random->Beta(crowd.noise * weight, (1 - crowd.noise) * weight);
}

// `count` of the values, drawn.
std::vector<int> Drawn(std::vector<int> values, int count, Random* random) {
  random->Shuffle(&values);
  values.resize(static_cast<std::size_t>(count));
  return values;
}

// Says who is what; the views are not filled in.
std::vector<SimulatedWorker> DealKinds(const CrowdDescription& crowd, Random* random) {
  std::vector<SimulatedWorker> workers(static_cast<std::size_t>(crowd.workers));
  const std::vector<int> order = random->Order(crowd.workers);
  const auto worker = [&workers](int index) -> SimulatedWorker& {
    return workers[static_cast<std::size_t>(index)];
  };
  const int spammers = CountOf(crowd.spammer_share, crowd.workers);
  const int apart = std::min(spammers + CountOf(crowd.second_label_share, crowd.workers), crowd.workers);
  for (int i = 0; i < apart; ++i) {
    worker(order[static_cast<std::size_t>(i)]).kind =
        i < spammers ? WorkerKind::kSpammer : WorkerKind::kSecondLabel;
  }
  const std::vector<int> others(order.begin() + apart, order.end());
  const auto num_others = static_cast<int>(others.size());
  for (const int w : Drawn(others, CountOf(crowd.lumper_share, num_others), random)) worker(w).lumper = true;
  for (const int w : Drawn(others, CountOf(crowd.splitter_share, num_others), random))
    worker(w).splitter = true;

  const auto width = std::max<std::size_t>(3, std::to_string(crowd.workers).size());
  for (int w = 0; w < crowd.workers; ++w) worker(w).name = fmt::format("w{:0{}}", w + 1, width);
  return workers;
}

void CheckSecondLabel(const std::vector<SimulatedWorker>& workers, const CrowdDescription& crowd,
                      const LabelColumn* second) {
  const bool needed = std::ranges::any_of(workers, [&crowd](const SimulatedWorker& worker) {
    return worker.kind == WorkerKind::kSecondLabel || (worker.splitter && crowd.split_share > 0);
  });
  if (needed && second == nullptr) {
    throw InputError(
        fmt::format("the crowd has workers who need a second label (second_label_share {}, "
                    "splitter_share {}), but the truth has no second label column; name one or make "
                    "these shares 0",
                    crowd.second_label_share, crowd.splitter_share));
  }
}

}  // namespace

std::vector<SimulatedWorker> MakeWorkers(const CrowdDescription& crowd, const LabelColumn& truth,
                                         const LabelColumn* second, std::uint64_t seed) {
  Random random(seed, kWorkerStream);
  std::vector<SimulatedWorker> workers = DealKinds(crowd, &random);
  CheckSecondLabel(workers, crowd, second);
  for (SimulatedWorker& worker : workers) {
    worker.label_of_item = truth.label_of_item;
    if (worker.kind == WorkerKind::kSpammer) continue;
    worker.noise = DrawNoise(crowd, &random);
    worker.label_of_item = worker.kind == WorkerKind::kSecondLabel
                               ? second->label_of_item
                               : ViewOf(worker, crowd, truth, second, &random);
  }
  return workers;
}

std::vector<char> DrawHardItems(int num_items, const CrowdDescription& crowd, std::uint64_t seed) {
  std::vector<char> hard(static_cast<std::size_t>(num_items), 0);
  std::fill_n(hard.begin(), CountOf(crowd.hard_item_share, num_items), 1);
  Random random(seed, kHardItemStream);
  random.Shuffle(&hard);
  return hard;
}

std::vector<std::vector<int>> DealAssignments(int num_hits, int overlap, const CrowdDescription& crowd,
                                              std::uint64_t seed) {
  if (overlap == 0) overlap = crowd.workers;
  if (overlap > crowd.workers) {
    throw InputError(fmt::format("{} workers for an overlap of {}; every HIT needs as many different workers",
                                 crowd.workers, overlap));
  }
  const std::int64_t wanted = static_cast<std::int64_t>(num_hits) * overlap;
  const std::int64_t most = static_cast<std::int64_t>(crowd.workers) * crowd.assignments_per_worker;
  if (crowd.assignments_per_worker > 0 && wanted > most) {
    throw InputError(fmt::format("{} assignments, but {} workers give {} each at most; ask for more workers",
                                 wanted, crowd.workers, crowd.assignments_per_worker));
  }
  Random random(seed, kDealStream);
  std::vector<int> everyone(static_cast<std::size_t>(crowd.workers));
  std::iota(everyone.begin(), everyone.end(), 0);
  std::vector<int> deck;  // dealt from the back; everyone is in it once before anyone is again
  std::vector<std::vector<int>> workers_of_hit(static_cast<std::size_t>(num_hits));
  for (std::vector<int>& chosen : workers_of_hit) {
    while (static_cast<int>(chosen.size()) < overlap) {
      if (deck.empty()) {
        deck = everyone;
        random.Shuffle(&deck);
        // Who is in this HIT already goes to the front, to be dealt last.
        std::stable_partition(deck.begin(), deck.end(),
                              [&chosen](int w) { return std::ranges::find(chosen, w) != chosen.end(); });
      }
      chosen.push_back(deck.back());
      deck.pop_back();
    }
  }
  return workers_of_hit;
}

double DrawSeconds(const SimulatedWorker& worker, const CrowdDescription& crowd, Random* random) {
  const double mean = worker.kind == WorkerKind::kSpammer ? crowd.spammer_seconds_mean : crowd.seconds_mean;
  const double spread = crowd.seconds_spread;
  return mean * std::exp(spread * random->Normal() - spread * spread / 2);
}

std::vector<int> KnownIndices(const NameIndex& items, const NameIndex& known) {
  constexpr std::size_t kMostNamed = 10;
  std::vector<int> indices;
  std::vector<std::string> unknown;
  for (const std::string& name : items.names()) {
    indices.push_back(known.Find(name));
    if (indices.back() < 0) unknown.push_back(name);
  }
  if (unknown.empty()) return indices;
  const std::size_t num_unknown = unknown.size();
  const std::size_t more = num_unknown - std::min(num_unknown, kMostNamed);
  unknown.resize(num_unknown - more);
  throw InputError(fmt::format("the truth lacks {} of the {} items of the HITs: {}{}; give each a row",
                               num_unknown, items.size(), JoinNames(unknown),
                               more == 0 ? "" : fmt::format(" and {} more", more)));
}

}  // namespace crowdclust
