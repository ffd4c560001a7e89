// The files that `crowdclust aggregate` writes.
#pragma once

#include <filesystem>
#include <vector>

#include "answers/read_answers.h"
#include "base/output_file.h"
#include "report/run_summary.h"
#include "tools/aggregate_flags.h"

namespace crowdclust::tools {

// Where they are written: clusters.tsv and the others in the folder of --out, last run.json and, with
// --clusters tree, levels.tsv.
std::vector<std::filesystem::path> AggregatePaths(const AggregateFlags& flags);

// The same with what they hold.
std::vector<FileContent> AggregateFiles(const AggregateFlags& flags, const AnswersAndIntake& read,
                                        const RunSummary& summary);

}  // namespace crowdclust::tools
