// Reading answers from a text in a test.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "answers/answers_builder.h"
#include "base/error.h"

namespace crowdclust::testing {

// The text of the InputError that `run` throws, or "no error".
inline std::string ErrorOf(const std::function<void()>& run) {
  try {
    run();
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

// "w1 h1: x0 y0 z1; w2 -: …": every assignment's worker, HIT, and items with their group numbers.
inline std::string Spell(const Answers& answers) {
  std::string text;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto at = static_cast<std::size_t>(p);
    if (p > 0) text += "; ";
    text += answers.workers.Name(answers.worker_of_assignment[at]) + " ";
    text += answers.hit_of_assignment[at] < 0 ? "-" : answers.hits.Name(answers.hit_of_assignment[at]);
    text += ":";
    for (std::size_t i = 0; i < answers.ItemsOf(p).size(); ++i) {
      text += " " + answers.items.Name(answers.ItemsOf(p)[i]) + std::to_string(answers.GroupsOf(p)[i]);
    }
  }
  return text;
}

}  // namespace crowdclust::testing
