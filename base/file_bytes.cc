#include "base/file_bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "base/input_file.h"

namespace crowdclust {

FileBytes::FileBytes(const std::filesystem::path& path) {
  // What is no regular file must not be opened to look at it: closing it would break a pipe.
  std::error_code error;
  const int file =
      std::filesystem::is_regular_file(path, error) ? open(path.c_str(), O_RDONLY | O_CLOEXEC) : -1;
  if (file >= 0) {
    MappedBytes mapped(file);
    mapped_.TakeFrom(&mapped);
    close(file);
  }
  if (!mapped_.is_mapped()) read_ = ReadFile(path);
}

}  // namespace crowdclust
