// What the user asked of `crowdclust aggregate`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "clustering/pipeline.h"
#include "report/run_summary.h"
#include "tools/answers_flags.h"

namespace crowdclust::tools {

struct AggregateFlags {
  AnswersFlags answers;
  std::filesystem::path out;
  std::string method = ClusterMethodName(ClusterMethod::kAuto);
  std::string start = CrowdStartName(CrowdStart::kAuto);
  std::string clusters = "auto";
  std::string dimensions = "auto";
  bool quiet = false;
  std::filesystem::path checkpoint;
  double checkpoint_seconds = 120;
  std::uint64_t max_memory = 0;    // bytes; 0: no limit
  std::vector<std::string> given;  // flags of the search's effort that were set
  PipelineOptions pipeline;
  RunSummaryOptions summary;
  std::vector<std::string> command;
};

}  // namespace crowdclust::tools
