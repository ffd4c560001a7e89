#include "base/file_text.h"

#include "base/gzip.h"

namespace crowdclust {

FileText::FileText(const std::filesystem::path& path)
    : bytes_(path), path_(path), is_packed_(IsGzip(bytes_.view())) {
  if (is_packed_) unpacked_ = Gunzip(bytes_.view(), path.string(), PassedBytes());
}

FileMark FileText::Mark() { return MarkOf(path_, bytes_.view(), PassedBytes()); }

TextPassed FileText::passed() {
  if (is_packed_) return {};
  return PassedBytes();
}

TextPassed FileText::PassedBytes() {
  return [this](std::size_t offset) { bytes_.Passed(offset); };
}

}  // namespace crowdclust
