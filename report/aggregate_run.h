// run.json of `crowdclust aggregate`, and its summary in words.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "answers/answers.h"
#include "answers/intake.h"
#include "report/run_summary.h"

namespace crowdclust {

// Every option after defaults, under the names of the flags.
nlohmann::ordered_json OptionsJson(const PipelineOptions& options, const RunSummaryOptions& summary_options);

// What was read and left out.
nlohmann::ordered_json IntakeJson(const Intake& intake);

// What came out: counts, clusters' sizes, held-out scores, bounds, why each restart stopped.
nlohmann::ordered_json ResultJson(const Answers& answers, const RunSummary& summary);

// The same in a few lines for people.
std::string DescribeResult(const Answers& answers, const PipelineOptions& options, const RunSummary& summary);

}  // namespace crowdclust
