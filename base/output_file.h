// Files that are whole or not there.
#pragma once

#include <filesystem>
#include <string_view>

namespace crowdclust {

// Writes `content` beside `path` and renames it, so that a killed run leaves the old file or the new one.
// Makes missing parent folders. Throws InputError naming the path and the reason.
void WriteFile(const std::filesystem::path& path, std::string_view content);

}  // namespace crowdclust
