// How much work a study is, before it is begun.
#pragma once

#include <cstdint>

#include "answers/answers.h"
#include "clustering/pipeline.h"

namespace crowdclust {

struct StudySize {
  std::int64_t items = 0;
  std::int64_t workers = 0;
  std::int64_t assignments = 0;
  std::int64_t rows = 0;
  std::int64_t pairs = 0;
};
StudySize SizeOf(const Answers& answers);

// Seconds on one core, good to a factor of three or so; 0 where the method has no part for it.
struct WorkAhead {
  double crowd = 0;      // all restarts
  double partition = 0;  // all searches
  double all() const { return crowd + partition; }
};

// Of FindClusters; never 0.
WorkAhead EstimateWork(const StudySize& size, const PipelineOptions& options);

}  // namespace crowdclust
