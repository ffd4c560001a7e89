#include "report/provenance.h"

#include <nlohmann/json.hpp>

#include "base/input_file.h"

namespace crowdclust {

nlohmann::ordered_json Provenance(const std::string& version, std::span<const std::string> command,
                                  std::span<const std::filesystem::path> inputs) {
  nlohmann::ordered_json provenance;
  provenance["version"] = version;
  provenance["command"] = std::vector<std::string>(command.begin(), command.end());
  provenance["inputs"] = nlohmann::ordered_json::array();
  for (const std::filesystem::path& path : inputs) {
    const std::string bytes = ReadFile(path);
    provenance["inputs"].push_back(
        {{"path", path.string()}, {"bytes", bytes.size()}, {"sha256", Sha256(bytes)}});
  }
  return provenance;
}

}  // namespace crowdclust
