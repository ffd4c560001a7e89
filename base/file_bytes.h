// A file's bytes without a copy.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/mapped_bytes.h"

namespace crowdclust {

// The bytes of a file: by MappedBytes where the system can, read by ReadFile where it cannot: pipes, empty
// files, /proc.
class FileBytes {
 public:
  // Throws InputError as ReadFile does.
  explicit FileBytes(const std::filesystem::path& path);

  std::string_view view() const { return mapped_.is_mapped() ? mapped_.view() : std::string_view(read_); }
  bool is_mapped() const { return mapped_.is_mapped(); }

  // As MappedBytes::Passed; nothing where they are not mapped.
  void Passed(std::size_t offset) { mapped_.Passed(offset); }

 private:
  MappedBytes mapped_;
  std::string read_;
};

}  // namespace crowdclust
