// Reading files whole, and what identifies them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/text_passed.h"

namespace crowdclust {

// The bytes of the file. Throws InputError naming the path and the reason (missing, a folder, unreadable).
std::string ReadFile(const std::filesystem::path& path);

// SHA-256 of the bytes in hexadecimal.
std::string Sha256(std::string_view bytes, const TextPassed& passed = {});

// What identifies a file that was read.
struct FileMark {
  std::string path;
  std::size_t bytes = 0;
  std::string sha256;
};

// The mark of a file whose content has been read.
FileMark MarkOf(const std::filesystem::path& path, std::string_view content, const TextPassed& passed = {});

// Throws InputError (with the line) when `text` from `place` is not UTF-8, holds a NUL byte, or is empty but
// for white space. Returns the text without its byte order mark.
std::string_view CheckText(std::string_view text, const std::string& place, const TextPassed& passed = {});

}  // namespace crowdclust
