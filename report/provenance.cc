#include "report/provenance.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace crowdclust {

nlohmann::ordered_json Provenance(const std::string& version, std::span<const std::string> command,
                                  std::span<const FileMark> inputs) {
  nlohmann::ordered_json provenance;
  provenance["version"] = version;
  provenance["command"] = std::vector<std::string>(command.begin(), command.end());
  provenance["inputs"] = nlohmann::ordered_json::array();
  for (const FileMark& file : inputs) {
    provenance["inputs"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  return provenance;
}

}  // namespace crowdclust
