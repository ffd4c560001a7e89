// The elements of one JSON array, one by one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crowdclust {

struct JsonElement {
  std::string_view text;  // as it stands, without white space around; whether it is JSON is not checked
  long long line = 0;     // where it begins, from 1
  long long number = 0;   // its place in the array, from 1
};

// Splits a text that is one array into its elements, so that a large one need never be held as a tree.
class JsonElements {
 public:
  // Does not copy `text`, which must outlive the reader and have passed CheckText. `place` is for messages.
  // Throws InputError unless the text begins with '['.
  JsonElements(std::string_view text, std::string place);

  // Finds the next element; false at the end. Throws InputError for an element that is empty or never ends,
  // for brackets that do not match, and for text after the array. O(characters of the element).
  bool Next(JsonElement* element);

 private:
  void PassSpace();
  void PassMark();
  std::size_t EndOfElement() const;
  [[noreturn]] void Fail(const std::string& what) const;

  std::string_view text_;
  std::string place_;
  std::size_t at_ = 0;
  long long line_ = 1;
  long long number_ = 0;
  bool ended_ = false;
};

}  // namespace crowdclust
