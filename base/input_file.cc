#include "base/input_file.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#include "base/error.h"

namespace crowdclust {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;  // between two words on how far a text was read

// Length of a run of plain bytes (1 to 127) at the front of `text`; may stop up to seven bytes early.
std::size_t PlainPrefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    const std::uint64_t zero = (word - 0x0101010101010101U) & ~word;
    if (((word | zero) & 0x8080808080808080U) != 0) break;
  }
  return at;
}

// Length of the UTF-8 sequence at the front of `text`, or 0 when it is none (Unicode 15, table 3-7).
std::size_t SequenceLength(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return lead == 0 ? 0 : 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  std::uint8_t low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
  }
  return length;
}

}  // namespace

std::string ReadFile(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw InputError(path.string() + ": is a folder; name a file");
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw InputError(path.string() + ": cannot read: " + std::strerror(errno));
  std::string bytes;
  if (std::filesystem::is_regular_file(path, error))
    bytes.reserve(std::filesystem::file_size(path, error) + 1);
  std::vector<char> block(1 << 20);
  while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) throw InputError(path.string() + ": cannot read: " + std::strerror(errno));
  return bytes;
}

std::string Sha256(std::string_view bytes, const TextPassed& passed) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  bool well = context != nullptr && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
  for (std::size_t at = 0; at < bytes.size() && well; at += kBlockBytes) {
    const std::string_view block = bytes.substr(at, kBlockBytes);
    well = EVP_DigestUpdate(context.get(), block.data(), block.size()) == 1;
    if (passed) passed(at + block.size());
  }
  if (!well || EVP_DigestFinal_ex(context.get(), digest.data(), &length) != 1) {
    throw NumericalError("SHA-256 failed");
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (std::size_t i = 0; i < length; ++i) {
    hex += kDigits[digest[i] >> 4];
    hex += kDigits[digest[i] & 15];
  }
  return hex;
}

FileMark MarkOf(const std::filesystem::path& path, std::string_view content, const TextPassed& passed) {
  return {.path = path.string(), .bytes = content.size(), .sha256 = Sha256(content, passed)};
}

std::string_view CheckText(std::string_view text, const std::string& place, const TextPassed& passed) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    throw InputError(place + ": empty file");
  }
  for (std::size_t at = 0; at < text.size();) {
    at += PlainPrefix(text.substr(at, kBlockBytes));
    if (passed) passed(at);
    if (at == text.size()) break;
    const std::size_t length = SequenceLength(text.substr(at));
    if (length == 0) {
      const auto line = 1 + std::ranges::count(text.substr(0, at), '\n');
      throw InputError(place, line,
                       text[at] == '\0'
                           ? "a NUL byte, which no text holds (UTF-16 does); save the file as UTF-8"
                           : "not valid UTF-8 text; save the file as UTF-8");
    }
    at += length;
  }
  return text;
}

}  // namespace crowdclust
