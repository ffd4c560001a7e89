#include "base/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/error.h"
#include "base/input_file.h"

namespace crowdclust {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;
constexpr int kGzipOnly = 16 + MAX_WBITS;

[[noreturn]] void Refuse(const std::string& place, const std::string& rule) {
  throw InputError(place + ": " + rule);
}

// Unpacks one member from the front of `bytes`; returns what is behind it.
std::string_view UnpackMember(std::string_view bytes, const std::string& place,
                              const std::function<void(std::string_view)>& take) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> ends(&stream, inflateEnd);
  std::vector<char> block(kPieceBytes);
  int state = Z_OK;
  while (state != Z_STREAM_END) {
    const std::size_t given = std::min(bytes.size(), kPieceBytes);
    // zlib does not write here; its type is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(given);
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    state = inflate(&stream, Z_NO_FLUSH);
    if (state == Z_MEM_ERROR) throw std::bad_alloc();
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
      Refuse(place, "the gzip file is damaged; make it anew");
    const std::size_t made = block.size() - stream.avail_out;
    take({block.data(), made});
    bytes.remove_prefix(given - stream.avail_in);
    if (state != Z_STREAM_END && bytes.empty() && made < block.size())
      Refuse(place, "the gzip file is cut off; fetch it whole");
  }
  return bytes;
}

}  // namespace

bool IsGzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

void GunzipTo(std::string_view bytes, const std::string& place,
              const std::function<void(std::string_view)>& take, const TextPassed& passed) {
  std::string_view left = bytes;
  while (!left.empty()) {
    if (!IsGzip(left)) Refuse(place, "other bytes stand behind the gzip data; make the file anew");
    left = UnpackMember(left, place, take);
    if (passed) passed(bytes.size() - left.size());
    if (left.find_first_not_of('\0') == std::string_view::npos) break;
  }
}

std::string Gunzip(std::string_view bytes, const std::string& place) {
  std::string text;
  GunzipTo(bytes, place, [&text](std::string_view piece) { text += piece; });
  return text;
}

std::string ReadUnpacked(const std::filesystem::path& path) {
  std::string bytes = ReadFile(path);
  return IsGzip(bytes) ? Gunzip(bytes, path.string()) : bytes;
}

}  // namespace crowdclust
