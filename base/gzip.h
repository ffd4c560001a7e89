// Files packed by gzip.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/text_passed.h"

namespace crowdclust {

// Whether the bytes begin as gzip does (RFC 1952).
bool IsGzip(std::string_view bytes);

// Gives what was packed piece by piece, all members one after the other; zero bytes that fill up the end are
// passed over. `place` is the file's name. Throws InputError that names it where the bytes end too early, are
// damaged, or are followed by others.
void GunzipTo(std::string_view bytes, const std::string& place,
              const std::function<void(std::string_view)>& take, const TextPassed& passed = {});

// The same in memory.
std::string Gunzip(std::string_view bytes, const std::string& place);

// The file by ReadFile, unpacked where it is gzip.
std::string ReadUnpacked(const std::filesystem::path& path);

}  // namespace crowdclust
