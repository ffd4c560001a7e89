#include "intruders/intruder_answers_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "answers/assignment_status.h"
#include "base/error.h"
#include "base/nearest_name.h"

namespace crowdclust {

IntruderAnswersBuilder::IntruderAnswersBuilder(const IntruderPlan& plan) : plan_(plan) {
  for (const IntruderHit& hit : plan.hits) hit_of_items_.emplace(hit.items, hits_.Add(hit.name));
}

int IntruderAnswersBuilder::FindHit(const RawIntruderAnswer& raw) const {
  if (raw.items.empty()) return hits_.Find(raw.hit);
  std::vector<int> items;
  for (const std::string& name : raw.items) items.push_back(plan_.items.Find(name));
  const auto found = hit_of_items_.find(items);
  return found != hit_of_items_.end() ? found->second : -1;
}

void IntruderAnswersBuilder::ThrowNoHit(const std::string& place, const RawIntruderAnswer& raw) const {
  if (raw.items.empty()) {
    throw InputError(place, raw.line,
                     fmt::format("no HIT '{}'; nearest is '{}': use the HITs that were asked", raw.hit,
                                 NearestName(raw.hit, hits_.names())));
  }
  std::vector<int> items;
  for (const std::string& name : raw.items) items.push_back(plan_.items.Find(name));
  const auto shared = [&items](const IntruderHit& hit) {
    return std::ranges::count_if(
        hit.items, [&items](int item) { return std::ranges::find(items, item) != items.end(); });
  };
  const auto nearest = std::ranges::max_element(plan_.hits, {}, shared);
  throw InputError(
      place, raw.line,
      fmt::format(
          "no HIT shows these {} items in this order; nearest is '{}', which shows {} of them: use the "
          "HITs that were asked",
          items.size(), nearest->name, shared(*nearest)));
}

int IntruderAnswersBuilder::ReadAnswer(const std::string& place, const RawIntruderAnswer& raw,
                                       const IntruderHit& hit) const {
  const int choices = NumChoices(plan_.question, hit);
  int answer = 0;
  const char* last = raw.answer.data() + raw.answer.size();
  const auto [end, error] = std::from_chars(raw.answer.data(), last, answer);
  if (!raw.answer.empty() && error == std::errc() && end == last && answer >= 1 && answer <= choices)
    return answer - 1;
  if (plan_.question == IntruderQuestion::kTwins)
    throw InputError(place, raw.line, fmt::format("answer '{}'; one group is 1, two are 2", raw.answer));
  throw InputError(place, raw.line,
                   fmt::format("answer '{}'; the intruder's position is a whole number from 1 to {}",
                               raw.answer, choices));
}

void IntruderAnswersBuilder::CheckAssignment(const std::string& place, const RawIntruderAnswer& raw) {
  if (raw.assignment.empty()) return;
  const auto id = static_cast<std::size_t>(assignments_.Add(raw.assignment));
  if (id == worker_of_assignment_.size()) {
    worker_of_assignment_.emplace_back(raw.worker);
  } else if (worker_of_assignment_[id] != raw.worker) {
    throw InputError(
        place, raw.line,
        fmt::format("assignment '{}' is of worker '{}' and was of worker '{}' before; an assignment is one "
                    "worker's",
                    raw.assignment, raw.worker, worker_of_assignment_[id]));
  }
}

void IntruderAnswersBuilder::Add(const std::string& place, const RawIntruderAnswer& raw) {
  if (!CountsAsAnswer(raw.status)) {
    ++intake_.by_status[StatusName(raw.status)];
    return;
  }
  if (raw.worker.empty()) throw InputError(place, raw.line, "an empty worker; name who answered");
  const int hit = FindHit(raw);
  if (raw.golden && (hit < 0 || !plan_.hits[static_cast<std::size_t>(hit)].golden)) {
    ++intake_.golden;
    return;
  }
  if (hit < 0) ThrowNoHit(place, raw);
  const int answer = ReadAnswer(place, raw, plan_.hits[static_cast<std::size_t>(hit)]);
  CheckAssignment(place, raw);
  const int worker = answers_.workers.Add(raw.worker);
  if (!seen_answers_.insert(static_cast<std::uint64_t>(hit) << 32 | static_cast<std::uint64_t>(worker))
           .second) {
    if (intake_.duplicates++ > 0) return;
    intake_.first_duplicate = fmt::format("{}:{}: worker '{}' on HIT '{}'", place, raw.line, raw.worker,
                                          plan_.hits[static_cast<std::size_t>(hit)].name);
    return;
  }
  answers_.hit_of_row.push_back(hit);
  answers_.worker_of_row.push_back(worker);
  answers_.answer_of_row.push_back(answer);
  answers_.seconds.push_back(raw.seconds);
  ++intake_.assignments;
  ++intake_.rows;
}

}  // namespace crowdclust
