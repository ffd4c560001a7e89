// What people are shown.
#pragma once

#include <string>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

// kOrdinary asks what nobody knows. The groups of the others are known: a golden HIT stands among ordinary
// ones and is answered unaware, an exam decides who may answer, training shows what was right.
enum class HitKind { kOrdinary, kGolden, kExam, kTraining };

// Items shown together; indices into the plan's items.
struct Hit {
  std::string name;
  std::vector<int> items;  // M, no item twice, in the order shown
  HitKind kind = HitKind::kOrdinary;
  std::vector<int> known_group{};  // of each item, 0, 1, … by first appearance; empty where kOrdinary
};

// A set of HITs over N items, each to be answered by `overlap` workers for `reward` an assignment.
struct HitPlan {
  NameIndex items{};
  std::vector<Hit> hits{};
  int overlap = 1;  // 0: every worker who comes, as exams and training are
  double reward = 0;
};

// Whether some HITs are not ordinary.
bool HasKnownHits(const HitPlan& plan);

// "ordinary", "golden", "exam", "training".
std::string HitKindName(HitKind kind);
HitKind ParseHitKind(const std::string& name);  // throws InputError that names the nearest

}  // namespace crowdclust
