#include "base/spilled_text.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/error.h"

namespace crowdclust {
namespace {

constexpr std::size_t kSpillBytes = std::size_t{1} << 20;

[[noreturn]] void Refuse(const std::string& folder) {
  throw OutputError(
      fmt::format("{}: cannot write a temporary file: {}; set TMPDIR to a folder with room for the "
                  "unpacked text",
                  folder, std::strerror(errno)));
}

}  // namespace

SpilledText::~SpilledText() {
  if (file_ >= 0) close(file_);
}

void SpilledText::Spill() {
  if (file_ < 0) {
    std::error_code error;
    place_ = std::filesystem::temp_directory_path(error).string();
    if (place_.empty()) place_ = "/tmp";
    std::string name = place_ + "/crowdclust_XXXXXX";
    file_ = mkostemp(name.data(), O_CLOEXEC);
    if (file_ < 0) Refuse(place_);
    unlink(name.c_str());
  }
  std::string_view left = text_;
  while (!left.empty()) {
    const ssize_t written = write(file_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) Refuse(place_);
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  text_.clear();
}

void SpilledText::Append(std::string_view bytes) {
  text_.append(bytes);
  const std::size_t most = file_ >= 0 ? kSpillBytes : bytes_in_memory_;
  if (text_.size() > most) Spill();
}

void SpilledText::Finish() {
  if (file_ < 0) return;
  Spill();
  text_.shrink_to_fit();
  MappedBytes mapped(file_);
  if (!mapped.is_mapped()) Refuse(place_);
  mapped_.TakeFrom(&mapped);
}

}  // namespace crowdclust
