#include "answers/page_questions.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace crowdclust {
namespace {

std::uint64_t Mix(std::uint64_t seed, std::uint64_t value) {
  std::uint64_t mixed = (seed ^ value) * 0x9E3779B97F4A7C15U;
  mixed ^= mixed >> 32U;
  return mixed * 0xD6E8FEB86659FD93U;
}

std::uint64_t HashOf(std::string_view text) { return std::hash<std::string_view>{}(text); }

}  // namespace

void PageQuestions::NameApart(RawAssignment* raw) {
  std::string_view& name = raw->hit.empty() ? raw->assignment : raw->hit;
  if (name.empty()) return;
  const std::uint64_t page_hash = Mix(raw->hit.empty() ? 1 : 2, HashOf(name));
  items_ = raw->items;
  std::ranges::sort(items_);
  std::uint64_t question = page_hash;
  for (const std::string_view item : items_) question = Mix(question, HashOf(item));
  const auto page = static_cast<std::size_t>(pages_.Add(page_hash));
  if (page == first_question_.size()) {
    first_question_.push_back(question);
    num_questions_.push_back(1);
  }
  if (first_question_[page] == question) return;
  const auto other = static_cast<std::size_t>(others_.Add(question));
  if (other == number_.size()) number_.push_back(++num_questions_[page]);
  name_ = std::string(name) + "#" + std::to_string(number_[other]);
  name = name_;
}

}  // namespace crowdclust
