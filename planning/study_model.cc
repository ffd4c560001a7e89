#include "planning/study_model.h"

#include <fmt/format.h>

#include <algorithm>

#include "answers/item_kinds.h"
#include "answers/simulated_crowd.h"
#include "base/error.h"
#include "base/random.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kSampleStream = 0x73616d70;  // apart from those that simulations of the seed take

NameIndex DrawItems(const NameIndex& items, int count, std::uint64_t seed) {
  std::vector<int> order = Random(seed, kSampleStream).Order(items.size());
  order.resize(static_cast<std::size_t>(count));
  std::ranges::sort(order);
  NameIndex drawn;
  for (const int item : order) drawn.Add(items.Name(item));
  return drawn;
}

// The truth of these items, `at` their places in it.
KnownLabels LabelsOf(const NameIndex& items, const std::vector<int>& at, const KnownLabels& truth) {
  KnownLabels labels{.items = items, .columns = {}};
  for (const LabelColumn& column : truth.columns) {
    LabelColumn of_items{.name = column.name, .labels = {}, .label_of_item = {}};
    for (const int item : at) {
      const int label = column.label_of_item[static_cast<std::size_t>(item)];
      of_items.label_of_item.push_back(of_items.labels.Add(column.labels.Name(label)));
    }
    labels.columns.push_back(std::move(of_items));
  }
  return labels;
}

}  // namespace

int ItemsOfStudy(const StudyModel& model) {
  if (model.design.design == Design::kExhaustive) return model.items.size();
  return std::min(model.items.size(), std::max(model.sample_items, model.design.items_per_hit));
}

void CheckStudyModel(const StudyModel& model) {
  if (!model.truth) {
    if (model.categories.most > ItemsOfStudy(model)) {
      throw InputError(
          fmt::format("{} categories, but a simulated study has {} items; expect no more "
                      "categories than items",
                      model.categories.most, ItemsOfStudy(model)));
    }
    return;
  }
  KnownIndices(model.items, model.truth->items);
  const std::vector<LabelColumn>& columns = FindItemKinds(*model.truth).first_items.columns;
  MakeWorkers(model.crowd, columns[0], columns.size() > 1 ? &columns[1] : nullptr, 1);
}

StudyCase DrawCase(const StudyModel& model, std::uint64_t seed) {
  const int count = ItemsOfStudy(model);
  const bool all = count == model.items.size();
  StudyCase drawn{.items = all ? model.items : DrawItems(model.items, count, seed)};
  if (!model.truth) {
    drawn.known = DrawCategories(drawn.items, model.categories, seed);
  } else {
    drawn.known = all ? *model.truth
                      : LabelsOf(drawn.items, KnownIndices(drawn.items, model.truth->items), *model.truth);
  }
  for (const int at : KnownIndices(drawn.items, drawn.known.items))
    drawn.label_of_item.push_back(drawn.known.columns[0].label_of_item[static_cast<std::size_t>(at)]);
  return drawn;
}

}  // namespace crowdclust
