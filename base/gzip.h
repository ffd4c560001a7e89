// Files packed by gzip.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/text_passed.h"

namespace crowdclust {

// Whether the bytes begin as gzip does (RFC 1952).
bool IsGzip(std::string_view bytes);

// What was packed, all members one after the other; zero bytes that fill up the end are passed over. `place`
// is the file's name. Throws InputError that names it where the bytes end too early, are damaged, or are
// followed by others. Holds all that it gives in memory.
std::string Gunzip(std::string_view bytes, const std::string& place, const TextPassed& passed = {});

// The file by ReadFile, unpacked where it is gzip.
std::string ReadUnpacked(const std::filesystem::path& path);

}  // namespace crowdclust
