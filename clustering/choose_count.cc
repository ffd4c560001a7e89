#include "clustering/choose_count.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"
#include "clustering/baselines/median_partition.h"
#include "clustering/block_model.h"
#include "clustering/folds.h"

namespace crowdclust {
namespace {

// Log-likelihood of the pair labels of the assignments in `fold`, items without rows in the training at -1.
double LogLikelihood(const BlockModel& model, const Answers& answers, const std::vector<int>& fold_of,
                     int fold, const std::vector<int>& label) {
  double sum = 0;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    if (fold_of[static_cast<std::size_t>(p)] != fold) continue;
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    for (std::size_t a = 0; a < items.size(); ++a) {
      for (std::size_t b = a + 1; b < items.size(); ++b) {
        const double together = NewWorkerTogetherness(model, label[static_cast<std::size_t>(items[a])],
                                                      label[static_cast<std::size_t>(items[b])]);
        sum += std::log(groups[a] == groups[b] ? together : 1 - together);
      }
    }
  }
  return sum;
}

// With nothing to hold out.
int CountOfFewestDisagreements(const Answers& answers, const CutFunction& cut,
                               const std::vector<int>& counts) {
  const CoAssociation pairs = CountCoAssociation(answers);
  return *std::ranges::min_element(counts, {}, [&](int count) { return Disagreements(pairs, cut(count)); });
}

}  // namespace

int ChooseCount(const Answers& answers, const CutMethod& method, const std::vector<int>& counts,
                std::uint64_t seed, int num_threads) {
  const int folds = static_cast<int>(std::min<std::int64_t>(5, answers.num_assignments()));
  if (folds < 2) return CountOfFewestDisagreements(answers, method(answers), counts);
  const std::vector<int> fold_of = DealFolds(answers.num_assignments(), folds, seed);
  std::vector<std::vector<double>> score(static_cast<std::size_t>(folds));
  ParallelFor(num_threads, folds, [&](std::int64_t fold) {
    std::vector<bool> keep;
    for (const int own : fold_of) keep.push_back(own != fold);
    const Answers kept = KeepAssignments(answers, keep);
    std::vector<bool> known(static_cast<std::size_t>(answers.num_items()));
    for (const int item : kept.item_of_row) known[static_cast<std::size_t>(item)] = true;
    const CutFunction cut = method(kept);
    for (const int count : counts) {
      std::vector<int> label = cut(count);
      for (std::size_t i = 0; i < label.size(); ++i) {
        if (!known[i]) label[i] = -1;
      }
      const BlockModel model = FitBlockRates(kept, label, count);
      score[static_cast<std::size_t>(fold)].push_back(
          LogLikelihood(model, answers, fold_of, static_cast<int>(fold), label));
    }
  });
  std::size_t best = 0;
  double best_total = 0;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    double total = 0;
    for (const std::vector<double>& of_fold : score) total += of_fold[c];
    if (c == 0 || total > best_total) {
      best = c;
      best_total = total;
    }
  }
  return counts[best];
}

}  // namespace crowdclust
