#include "tools/pipeline_progress.h"

#include <fmt/format.h>

namespace crowdclust::tools {

void ShowPipelineProgress(const PipelineProgress& now, Progress* progress) {
  std::string words = now.stage;
  std::string json =
      fmt::format(R"({{"stage":"{}","part":{},"parts":{})", now.stage, now.part + 1, now.parts);
  if (now.parts > 1) words += fmt::format(", {} of {}", now.part + 1, now.parts);
  if (now.sweep > 0) {
    words += fmt::format(", sweep {}, bound {:.2f}", now.sweep, now.bound);
    json += fmt::format(R"(,"sweep":{},"bound":{:.6f})", now.sweep, now.bound);
  }
  progress->Show(words, json + "}");
}

}  // namespace crowdclust::tools
