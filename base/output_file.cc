#include "base/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <system_error>

#include "base/error.h"

namespace crowdclust {

void WriteFile(const std::filesystem::path& path, std::string_view content) {
  const auto fail = [&path](const char* doing) {
    throw InputError(path.string() + ": cannot " + doing + ": " + std::strerror(errno));
  };
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  if (error) throw InputError(path.string() + ": cannot make its folder: " + error.message());

  std::filesystem::path beside = path;
  beside += ".part" + std::to_string(getpid());
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(beside.c_str(), "wb"), std::fclose);
  if (!file) fail("write");
  const bool written = std::fwrite(content.data(), 1, content.size(), file.get()) == content.size() &&
                       std::fflush(file.get()) == 0 && fsync(fileno(file.get())) == 0;
  const bool closed = std::fclose(file.release()) == 0;
  if (!written || !closed || std::rename(beside.c_str(), path.c_str()) != 0) {
    const int reason = errno;
    std::remove(beside.c_str());
    errno = reason;
    fail("write");
  }
}

}  // namespace crowdclust
