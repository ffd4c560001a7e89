#include "base/file_text.h"

#include "base/gzip.h"

namespace crowdclust {

FileText::FileText(const std::filesystem::path& path) : bytes_(path) {
  const TextPassed bytes_passed = [this](std::size_t offset) { bytes_.Passed(offset); };
  mark_ = MarkOf(path, bytes_.view(), bytes_passed);
  is_packed_ = IsGzip(bytes_.view());
  if (is_packed_) unpacked_ = Gunzip(bytes_.view(), path.string(), bytes_passed);
}

TextPassed FileText::passed() {
  if (is_packed_) return {};
  return [this](std::size_t offset) { bytes_.Passed(offset); };
}

}  // namespace crowdclust
