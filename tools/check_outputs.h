// Where a command writes, looked at before it works.
#pragma once

#include <filesystem>
#include <vector>

namespace crowdclust::tools {

// Throws InputError where a file to be written is one that is read, by whatever name or link, and OutputError
// as CheckCanWrite. Empty paths among those that are read are passed over.
void CheckOutputs(const std::vector<std::filesystem::path>& read,
                  const std::vector<std::filesystem::path>& written);

}  // namespace crowdclust::tools
