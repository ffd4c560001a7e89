#include "tools/pipeline_progress.h"

#include <fmt/format.h>

namespace crowdclust::tools {

void ShowPipelineProgress(const PipelineProgress& now, Progress* progress) {
  std::string words = now.stage;
  std::string json = fmt::format(R"({{"stage":"{}","part":{},"parts":{},"share":{:.4f})", now.stage,
                                 now.part + 1, now.parts, now.share);
  if (now.parts > 1) words += fmt::format(", {} of {}", now.part + 1, now.parts);
  if (now.alive > 1) words += fmt::format(" ({} under way)", now.alive);
  if (now.alive > 0) json += fmt::format(R"(,"alive":{})", now.alive);
  if (now.sweep > 0) {
    words += fmt::format(", sweep {}, bound {:.2f}", now.sweep, now.bound);
    json += fmt::format(R"(,"sweep":{},"bound":{:.6f})", now.sweep, now.bound);
  }
  const std::string left = progress->TimeLeft(now.share);
  if (!left.empty()) words += "; " + left;
  progress->Show(words, json + "}");
}

}  // namespace crowdclust::tools
