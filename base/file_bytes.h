// A file's bytes without a copy.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace crowdclust {

// The bytes of a file: mapped into memory where the system can (they take none of their own, and must not be
// cut off in the file while this lives), read by ReadFile where it cannot: pipes, empty files, /proc.
class FileBytes {
 public:
  // Throws InputError as ReadFile does.
  explicit FileBytes(const std::filesystem::path& path);
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes();

  std::string_view view() const { return mapped_ == nullptr ? std::string_view(read_) : Mapped(); }
  bool is_mapped() const { return mapped_ != nullptr; }

  // Takes what is before the offset out of memory, some megabytes at a time (see TextPassed). It stays
  // readable, since the system fetches it again, and may be read from the front once more.
  void Passed(std::size_t offset);

 private:
  std::string_view Mapped() const { return {static_cast<const char*>(mapped_), size_}; }

  void* mapped_ = nullptr;
  std::size_t size_ = 0;
  std::size_t passed_ = 0;  // of them out of memory
  std::string read_;
};

}  // namespace crowdclust
