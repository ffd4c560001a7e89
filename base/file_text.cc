#include "base/file_text.h"

#include "base/gzip.h"

namespace crowdclust {

FileText::FileText(const std::filesystem::path& path)
    : bytes_(path), path_(path), is_packed_(IsGzip(bytes_.view())) {
  if (!is_packed_) return;
  const auto take = [this](std::string_view piece) { unpacked_.Append(piece); };
  GunzipTo(bytes_.view(), path.string(), take, PassedBytes());
  unpacked_.Finish();
}

FileMark FileText::Mark() { return MarkOf(path_, bytes_.view(), PassedBytes()); }

TextPassed FileText::passed() {
  if (!is_packed_) return PassedBytes();
  return [this](std::size_t offset) { unpacked_.Passed(offset); };
}

TextPassed FileText::PassedBytes() {
  return [this](std::size_t offset) { bytes_.Passed(offset); };
}

}  // namespace crowdclust
