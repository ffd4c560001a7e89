// A file in the address space.
#pragma once

#include <cstddef>
#include <string_view>

namespace crowdclust {

// The bytes of an open regular file, mapped: they take no memory of their own, and must not be cut off in the
// file while this lives.
class MappedBytes {
 public:
  MappedBytes() = default;
  // Maps what `file` holds now; it may be closed then. Maps nothing where the system cannot, or no bytes.
  explicit MappedBytes(int file);
  MappedBytes(const MappedBytes&) = delete;
  MappedBytes& operator=(const MappedBytes&) = delete;
  ~MappedBytes();

  bool is_mapped() const { return mapped_ != nullptr; }
  std::string_view view() const { return {static_cast<const char*>(mapped_), size_}; }

  // Takes over what another maps.
  void TakeFrom(MappedBytes* other);

  // Takes what is before the offset out of memory, some megabytes at a time (see TextPassed). It stays
  // readable, since the system fetches it again, and may be read from the front once more.
  void Passed(std::size_t offset);

 private:
  void* mapped_ = nullptr;
  std::size_t size_ = 0;
  std::size_t passed_ = 0;  // of them out of memory
};

}  // namespace crowdclust
