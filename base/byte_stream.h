// Numbers and texts as bytes, to be read back on the same kind of machine.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/error.h"

namespace crowdclust {

class ByteWriter {
 public:
  template <typename T>
  void Number(T value) {
    static_assert(std::is_arithmetic_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  // Their count, then each.
  template <typename T>
  void Numbers(std::span<const T> values) {
    Number<std::uint64_t>(values.size());
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }
  void Text(std::string_view text) { Numbers(std::span<const char>(text)); }

  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads in the order of writing. Throws InputError where the bytes end too early.
class ByteReader {
 public:
  // Does not copy `bytes`.
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T Number() {
    T value{};
    Copy(&value, sizeof value);
    return value;
  }
  template <typename T>
  std::vector<T> Numbers() {
    const auto count = Number<std::uint64_t>();
    if (count > bytes_.size() / sizeof(T)) Fail();
    std::vector<T> values(count);
    Copy(values.data(), count * sizeof(T));
    return values;
  }
  std::string Text() {
    const std::vector<char> text = Numbers<char>();
    return {text.begin(), text.end()};
  }
  bool AtEnd() const { return bytes_.empty(); }

 private:
  [[noreturn]] static void Fail() { throw InputError("bytes end too early"); }
  void Copy(void* to, std::size_t size) {
    if (size > bytes_.size()) Fail();
    if (size > 0) std::memcpy(to, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }

  std::string_view bytes_;
};

}  // namespace crowdclust
