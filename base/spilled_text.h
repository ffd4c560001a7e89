// Text that may be larger than memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/mapped_bytes.h"

namespace crowdclust {

// Is written once and then read. In memory up to a number of bytes, from there on in a temporary file that
// has no name any more and is gone with this, in $TMPDIR or /tmp.
class SpilledText {
 public:
  explicit SpilledText(std::size_t bytes_in_memory = std::size_t{64} << 20)
      : bytes_in_memory_(bytes_in_memory) {}
  SpilledText(const SpilledText&) = delete;
  SpilledText& operator=(const SpilledText&) = delete;
  ~SpilledText();

  // Throws OutputError, naming the folder, where the temporary file cannot be written.
  void Append(std::string_view bytes);
  // After the last Append: what was written can be read. Throws OutputError where it cannot.
  void Finish();

  std::string_view view() const { return mapped_.is_mapped() ? mapped_.view() : std::string_view(text_); }
  bool is_spilled() const { return file_ >= 0; }

  // As MappedBytes::Passed; nothing where the text is in memory.
  void Passed(std::size_t offset) { mapped_.Passed(offset); }

 private:
  void Spill();

  std::size_t bytes_in_memory_;
  std::string text_;  // all, or what is not yet in the file
  int file_ = -1;
  std::string place_;  // the folder
  MappedBytes mapped_;
};

}  // namespace crowdclust
