#include "base/json_elements.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace crowdclust {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

// The place of the quote that closes the string opened at `at`; the text's size where none does.
std::size_t EndOfString(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '"') return at;
    if (text[at] == '\\') ++at;
  }
  return text.size();
}

}  // namespace

JsonElements::JsonElements(std::string_view text, std::string place) : text_(text), place_(std::move(place)) {
  PassSpace();
  if (!text_.substr(at_).starts_with('[')) Fail("the file is no JSON array; it must begin with '['");
  ++at_;
  PassSpace();
  if (text_.substr(at_).starts_with(']')) {
    ++at_;
    ended_ = true;
  }
}

void JsonElements::Fail(const std::string& what) const { throw InputError(place_, line_, what); }

void JsonElements::PassSpace() {
  const std::size_t end = std::min(text_.find_first_not_of(kSpace, at_), text_.size());
  line_ += std::ranges::count(text_.substr(at_, end - at_), '\n');
  at_ = end;
}

std::size_t JsonElements::EndOfElement() const {
  int open = 0;
  for (std::size_t at = at_; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == '"') at = EndOfString(text_, at);
    if (c == '[' || c == '{') ++open;
    if (open == 0 && (c == ',' || c == ']' || c == '}')) return at;
    if (c == ']' || c == '}') --open;
  }
  return text_.size();
}

// Passes the comma or the bracket that ends an element.
void JsonElements::PassMark() {
  const char mark = text_[at_];
  if (mark == '}') Fail(fmt::format("'}}' after element {} of the array, where ',' or ']' is due", number_));
  ++at_;
  ended_ = mark == ']';
}

bool JsonElements::Next(JsonElement* element) {
  PassSpace();
  if (ended_) {
    if (at_ < text_.size()) Fail("text after the end of the array; a file holds one array");
    return false;
  }
  ++number_;
  const std::size_t end = EndOfElement();
  if (end == text_.size()) {
    Fail(fmt::format("element {} of the array never ends; the file is cut off or lacks a bracket", number_));
  }
  std::string_view text = text_.substr(at_, end - at_);
  *element = {.text = text.substr(0, text.find_last_not_of(kSpace) + 1), .line = line_, .number = number_};
  if (element->text.empty()) Fail(fmt::format("element {} of the array is empty; take out a comma", number_));
  line_ += std::ranges::count(text, '\n');
  at_ = end;
  PassMark();
  return true;
}

}  // namespace crowdclust
