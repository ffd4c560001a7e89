#include "planning/category_model.h"

#include <cassert>
#include <string>
#include <vector>

#include "base/random.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kCategoryStream = 0x63617465;  // apart from those that simulations of the seed take

// Labels 0..count-1 by chance; the first `count` items of a random order have one each.
std::vector<int> DrawLabels(int num_items, int count, double evenness, Random* random) {
  std::vector<double> weight(static_cast<std::size_t>(count));
  // A gamma variate of a tiny shape may be 0 in doubles.
  for (double& w : weight) w = random->Gamma(evenness) + 1e-300;
  const std::vector<int> order = random->Order(num_items);
  std::vector<int> label(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto next = static_cast<int>(i);
    label[static_cast<std::size_t>(order[i])] = next < count ? next : random->Discrete(weight);
  }
  return label;
}

LabelColumn MakeColumn(const std::string& name, const std::vector<int>& labels) {
  LabelColumn column{.name = name, .labels = {}, .label_of_item = {}};
  for (const int label : labels)
    column.label_of_item.push_back(column.labels.Add(name + std::to_string(label + 1)));
  return column;
}

}  // namespace

KnownLabels DrawCategories(const NameIndex& items, const CategoryModel& model, std::uint64_t seed) {
  assert(1 <= model.fewest && model.fewest <= model.most && model.most <= items.size());
  Random random(seed, kCategoryStream);
  const int count = model.fewest + random.Below(model.most - model.fewest + 1);
  const std::vector<int> categories = DrawLabels(items.size(), count, model.evenness, &random);
  const std::vector<int> second = DrawLabels(items.size(), model.second_labels, model.evenness, &random);
  return {.items = items, .columns = {MakeColumn("category", categories), MakeColumn("second", second)}};
}

}  // namespace crowdclust
