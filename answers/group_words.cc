#include "answers/group_words.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "base/trimmed.h"

namespace crowdclust {
namespace {

bool IsNumber(std::string_view text) {
  // To the standard library inf and nan are numbers too.
  if (text.find_first_not_of("0123456789.-+eE") != std::string_view::npos) return false;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return end == text.data() + text.size() && error != std::errc::invalid_argument;
}

}  // namespace

std::string_view WordOfName(std::string_view name) {
  name = Trimmed(name, " \t\r\n\f\v");
  return IsNumber(name) ? std::string_view() : name;
}

bool HasWord(std::span<const std::string_view> names) {
  return std::ranges::any_of(names, [](std::string_view name) { return !WordOfName(name).empty(); });
}

void StartWithoutWords(std::span<const int> groups, GroupWords* words) {
  words->first_group = {0};
  for (const int count : groups) words->first_group.push_back(words->first_group.back() + count);
  words->word_of_group.assign(static_cast<std::size_t>(words->first_group.back()), -1);
}

void AddGroupNames(std::span<const std::string_view> names, GroupWords* words) {
  for (const std::string_view name : names) {
    const std::string_view word = WordOfName(name);
    words->word_of_group.push_back(word.empty() ? -1 : words->words.Add(word));
  }
  words->first_group.push_back(static_cast<std::int64_t>(words->word_of_group.size()));
}

}  // namespace crowdclust
