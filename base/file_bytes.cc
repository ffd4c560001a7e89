#include "base/file_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "base/input_file.h"

namespace crowdclust {
namespace {

constexpr std::size_t kPassedBytes = std::size_t{16} << 20;  // a multiple of every page size

}  // namespace

FileBytes::FileBytes(const std::filesystem::path& path) {
  // What is no regular file must not be opened to look at it: closing it would break a pipe.
  std::error_code error;
  const int file =
      std::filesystem::is_regular_file(path, error) ? open(path.c_str(), O_RDONLY | O_CLOEXEC) : -1;
  if (file >= 0) {
    struct stat status {};
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
      size_ = static_cast<std::size_t>(status.st_size);
      mapped_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
      if (mapped_ == MAP_FAILED) mapped_ = nullptr;
    }
    close(file);
  }
  if (mapped_ == nullptr) read_ = ReadFile(path);
}

FileBytes::~FileBytes() {
  if (mapped_ != nullptr) munmap(mapped_, size_);
}

void FileBytes::Passed(std::size_t offset) {
  if (mapped_ == nullptr) return;
  if (offset < passed_) passed_ = 0;  // read from the front once more
  const std::size_t end = std::min(offset, size_) / kPassedBytes * kPassedBytes;
  if (end == passed_) return;
  madvise(static_cast<char*>(mapped_) + passed_, end - passed_, MADV_DONTNEED);
  passed_ = end;
}

}  // namespace crowdclust
