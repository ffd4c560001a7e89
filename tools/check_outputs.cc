#include "tools/check_outputs.h"

#include <system_error>

#include "base/error.h"
#include "base/output_file.h"

namespace crowdclust::tools {

void CheckOutputs(const std::vector<std::filesystem::path>& read,
                  const std::vector<std::filesystem::path>& written) {
  for (const std::filesystem::path& out : written) {
    for (const std::filesystem::path& in : read) {
      std::error_code error;
      if (!std::filesystem::equivalent(in, out, error)) continue;
      throw InputError(out.string() +
                       ": both read and written, and what is written may hold less; choose another --out");
    }
    CheckCanWrite(out);
  }
}

}  // namespace crowdclust::tools
