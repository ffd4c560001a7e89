#include "base/mapped_bytes.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace crowdclust {
namespace {

constexpr std::size_t kPassedBytes = std::size_t{16} << 20;  // a multiple of every page size

}  // namespace

MappedBytes::MappedBytes(int file) {
  struct stat status {};
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) return;
  size_ = static_cast<std::size_t>(status.st_size);
  mapped_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
  if (mapped_ == MAP_FAILED) mapped_ = nullptr;
}

MappedBytes::~MappedBytes() {
  if (mapped_ != nullptr) munmap(mapped_, size_);
}

void MappedBytes::TakeFrom(MappedBytes* other) {
  std::swap(mapped_, other->mapped_);
  std::swap(size_, other->size_);
  std::swap(passed_, other->passed_);
}

void MappedBytes::Passed(std::size_t offset) {
  if (mapped_ == nullptr) return;
  if (offset < passed_) passed_ = 0;  // read from the front once more
  const std::size_t end = std::min(offset, size_) / kPassedBytes * kPassedBytes;
  if (end == passed_) return;
  madvise(static_cast<char*>(mapped_) + passed_, end - passed_, MADV_DONTNEED);
  passed_ = end;
}

}  // namespace crowdclust
