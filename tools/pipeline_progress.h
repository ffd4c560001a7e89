// How far a run of the pipeline is.
#pragma once

#include "clustering/pipeline.h"
#include "tools/progress.h"

namespace crowdclust::tools {

// One line for people, one object for programs.
void ShowPipelineProgress(const PipelineProgress& now, Progress* progress);

}  // namespace crowdclust::tools
