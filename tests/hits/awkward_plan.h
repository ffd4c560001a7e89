// A plan whose names have all that a format may trip over.
#pragma once

#include "hits/hit.h"

namespace crowdclust::testing {

// Two ordinary HITs and a golden one between them.
inline HitPlan AwkwardPlan() {
  HitPlan plan{.overlap = 3, .reward = 0.1};
  for (const char* name : {"plain", "a, \"b\"", "c\\,d", "<b>&amp;'e'", "new\nline\ttab",
                           "图 é \xF0\x9F\x91\x9F", "${images}`", "https://x.org/p.png?a=1&b=\"2\""}) {
    plan.items.Add(name);
  }
  plan.hits = {{.name = "h1", .items = {0, 1, 2, 3}},
               {.name = "g1", .items = {4, 7, 0}, .kind = HitKind::kGolden, .known_group = {0, 1, 0}},
               {.name = "h2", .items = {7, 6, 5, 4}}};
  return plan;
}

// One HIT of training for every worker.
inline HitPlan TrainingPlan() {
  HitPlan plan{.overlap = 0};
  for (const char* name : {"a", "b", "c"}) plan.items.Add(name);
  plan.hits = {{.name = "t1", .items = {2, 0, 1}, .kind = HitKind::kTraining, .known_group = {0, 1, 0}}};
  return plan;
}

}  // namespace crowdclust::testing
