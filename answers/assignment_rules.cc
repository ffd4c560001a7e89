#include "answers/assignment_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "answers/assignment_status.h"
#include "base/error.h"

namespace crowdclust {
namespace {

// "worker 'w3' on HIT 'h9'", with what is known of it.
std::string Describe(const RawAssignment& raw) {
  std::string text = fmt::format("worker '{}'", raw.worker);
  if (!raw.hit.empty()) text += fmt::format(" on HIT '{}'", raw.hit);
  if (!raw.assignment.empty()) text += fmt::format(" in assignment '{}'", raw.assignment);
  return text;
}

long long LineOfItem(const RawAssignment& raw, std::size_t item) {
  return raw.line_of_item.empty() ? raw.line : raw.line_of_item[item];
}

}  // namespace

void AssignmentRules::CheckNames(const std::string& place, const RawAssignment& raw) {
  if (raw.worker.empty()) throw InputError(place, raw.line, "an empty worker; name who answered");
  if (raw.items.size() != raw.groups.size()) {
    throw InputError(place, raw.line,
                     fmt::format("{} groups for {} items; give every item one group or null",
                                 raw.groups.size(), raw.items.size()));
  }
  if (raw.items.empty()) throw InputError(place, raw.line, "no items; an assignment shows at least one");
  for (std::size_t i = 0; i < raw.items.size(); ++i) {
    if (!raw.items[i].empty()) continue;
    throw InputError(place, LineOfItem(raw, i),
                     fmt::format("an empty item, of {}; name every item", Describe(raw)));
  }
}

void AssignmentRules::CheckItems(const std::string& place, const RawAssignment& raw) {
  ++serial_;
  shown_.clear();
  for (std::size_t i = 0; i < raw.items.size(); ++i) {
    const int name = item_names_.Add(raw.items[i]);
    const auto at = static_cast<std::size_t>(name);
    if (at == item_serial_.size()) {
      item_serial_.push_back(0);
      item_slot_.push_back(0);
    }
    if (item_serial_[at] == serial_) {
      throw InputError(
          place, LineOfItem(raw, i),
          fmt::format("item '{}' stands twice in the answer of {} (first in line {}); give an item one "
                      "group, and each of several answers an assignment id of its own",
                      raw.items[i], Describe(raw), LineOfItem(raw, item_slot_[at])));
    }
    item_serial_[at] = serial_;
    item_slot_[at] = i;
    shown_.push_back(name);
  }
}

void AssignmentRules::CheckSameHit(const std::string& place, const RawAssignment& raw,
                                   std::size_t hit) const {
  const std::array<int, kHitItems>& before = items_of_seen_hit_[hit];
  const bool shares = std::ranges::any_of(
      shown_, [&before](int item) { return std::ranges::find(before, item) != before.end(); });
  if (shares) return;
  throw InputError(place, raw.line,
                   fmt::format("HIT '{}' shows other items here ('{}', …) than before ('{}', …); two batches "
                               "seem to use the same names: deal one with --prefix, or rename its HITs",
                               raw.hit, raw.items[0], item_names_.Name(before[0])));
}

bool AssignmentRules::IsSecondAnswer(const std::string& place, const RawAssignment& raw) {
  const int worker = seen_workers_.Add(raw.worker);
  bool second = false;
  repeats_id_ = false;
  if (!raw.assignment.empty()) {
    const auto id = static_cast<std::size_t>(seen_assignments_.Add(raw.assignment));
    if (id == worker_of_seen_assignment_.size()) {
      worker_of_seen_assignment_.push_back(worker);
    } else if (worker_of_seen_assignment_[id] != worker) {
      throw InputError(
          place, raw.line,
          fmt::format("assignment '{}' is of worker '{}' and was of worker '{}' before; an assignment "
                      "is one worker's, and no two of all files may have one id: rename those of one "
                      "file",
                      raw.assignment, raw.worker, seen_workers_.Name(worker_of_seen_assignment_[id])));
    } else {
      repeats_id_ = true;
      second = raw.hit.empty();
    }
  }
  if (!raw.hit.empty()) {
    const auto hit = static_cast<std::size_t>(seen_hits_.Add(raw.hit));
    if (hit == items_of_seen_hit_.size()) {
      items_of_seen_hit_.emplace_back().fill(-1);
      std::copy_n(shown_.begin(), std::min(shown_.size(), kHitItems), items_of_seen_hit_[hit].begin());
    }
    const int num_answers = seen_answers_.size();
    second = seen_answers_.Add(std::uint64_t{hit} << 32 | static_cast<std::uint64_t>(worker)) < num_answers;
    if (second) CheckSameHit(place, raw, hit);
  }
  return second;
}

bool AssignmentRules::Takes(const std::string& place, const RawAssignment& raw) {
  if (!CountsAsAnswer(raw.status)) {
    ++intake_.by_status[StatusName(raw.status)];
    return false;
  }
  CheckNames(place, raw);
  CheckItems(place, raw);
  if (raw.golden && !include_golden_) {
    ++intake_.golden;
    return false;
  }
  if (IsSecondAnswer(place, raw)) {
    if (intake_.duplicates++ == 0)
      intake_.first_duplicate = fmt::format("{}:{}: {}", place, raw.line, Describe(raw));
    return false;
  }
  return true;
}

void AssignmentRules::CountTaken(const RawAssignment& raw, std::int64_t rows) {
  if (raw.golden) ++intake_.golden_included;
  intake_.items_without_group += static_cast<std::int64_t>(raw.items.size()) - rows;
  if (rows < 2) ++intake_.without_pairs;
  if (rows == 0) return;
  ++intake_.assignments;
  intake_.rows += rows;
}

}  // namespace crowdclust
