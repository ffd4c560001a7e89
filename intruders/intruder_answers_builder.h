// From intruder answers as files say them to answers of a plan: the rules that hold for every format.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "answers/intake.h"
#include "base/name_index.h"
#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

// One answer as a file says it. The texts belong to whoever reads the file.
struct RawIntruderAnswer {
  long long line = 0;
  std::string_view hit{};                // its name; not used where the items are given
  std::span<const std::string> items{};  // as shown; empty where the HIT is named
  std::string_view assignment{};         // empty where none is named
  std::string_view worker{};
  std::string_view status{};  // empty where none is said
  std::string_view answer{};  // the position, or of twins the number of groups, from 1
  bool golden = false;        // an answer to a golden or training HIT
  double seconds = std::numeric_limits<double>::quiet_NaN();
};

// Takes answers one by one, in this order of rules:
// 1. A status that does not count (see CountsAsAnswer): left out, counted, looked at no further.
// 2. An empty worker: InputError.
// 3. Golden ones are left out and counted, but for those to the plan's own golden HITs.
// 4. A HIT that the plan does not have: InputError that names the nearest. A HIT given by its items is the
//    one that shows the same items in the same order.
// 5. An answer that is no whole number from 1 to the HIT's choices: InputError.
// 6. An assignment id seen before with another worker: InputError.
// 7. A worker's second answer to one HIT is left out and counted.
class IntruderAnswersBuilder {
 public:
  // `plan` must outlive this. O(items in all HITs).
  explicit IntruderAnswersBuilder(const IntruderPlan& plan);

  // `place` is the file's name, for messages.
  void Add(const std::string& place, const RawIntruderAnswer& raw);

  // Remembers that a table has a column that no rule reads.
  void IgnoreColumn(std::string_view column) { intake_.ignored_columns.emplace(column); }

  const Intake& intake() const { return intake_; }
  const IntruderAnswers& answers() const { return answers_; }

 private:
  int FindHit(const RawIntruderAnswer& raw) const;  // -1 for none
  [[noreturn]] void ThrowNoHit(const std::string& place, const RawIntruderAnswer& raw) const;
  int ReadAnswer(const std::string& place, const RawIntruderAnswer& raw, const IntruderHit& hit) const;
  void CheckAssignment(const std::string& place, const RawIntruderAnswer& raw);

  const IntruderPlan& plan_;
  NameIndex hits_;
  std::map<std::vector<int>, int> hit_of_items_;
  IntruderAnswers answers_;
  Intake intake_;
  NameIndex assignments_;
  std::vector<std::string> worker_of_assignment_;
  std::unordered_set<std::uint64_t> seen_answers_;  // a HIT and a worker each
};

}  // namespace crowdclust
