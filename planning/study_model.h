// What a study is expected to be like: its items and their categories, its HITs, its crowd, how it is read.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "answers/crowd.h"
#include "answers/known_labels.h"
#include "base/name_index.h"
#include "clustering/pipeline.h"
#include "hits/design.h"
#include "planning/category_model.h"

namespace crowdclust {

struct StudyModel {
  NameIndex items = {};
  std::optional<KnownLabels> truth = {};  // of all items; none: drawn anew for each study
  CategoryModel categories = {};          // where they are drawn
  CrowdDescription crowd = {};
  DesignOptions design = {};      // its hits_per_item and overlap are the plan's
  PipelineOptions pipeline = {};  // its seed and threads are not used
  int sample_items = 500;         // of more items, each study has so many; see ItemsOfStudy
};

// How many items a simulated study has: all, or sample_items where there are more. All where every pair is
// shown: with fewer an item would be in fewer HITs.
int ItemsOfStudy(const StudyModel& model);

// Throws InputError where no study can be simulated: more categories than a study has items, items without a
// label in the truth, a crowd that needs a second label where the truth has none.
void CheckStudyModel(const StudyModel& model);

// One study's items and their labels.
struct StudyCase {
  NameIndex items = {};
  KnownLabels known = {};               // of these items or more, in any order
  std::vector<int> label_of_item = {};  // of each item, the first label
};

// Draws the items where there are too many, and the labels where there is no truth. Equal seed, equal case.
// O(items K).
StudyCase DrawCase(const StudyModel& model, std::uint64_t seed);

}  // namespace crowdclust
