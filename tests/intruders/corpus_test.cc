// Every seed and finding of the fuzz targets, replayed.
#include "tests/testing/corpus.h"

#include <gtest/gtest.h>

#include <string>

#include "fuzz/intruders_targets.h"

namespace crowdclust {
namespace {

using testing::CorpusTarget;

class IntruderCorpus : public ::testing::TestWithParam<CorpusTarget> {};

TEST_P(IntruderCorpus, IsReadOrRefused) { testing::ReplayCorpus(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Targets, IntruderCorpus,
                         ::testing::Values(CorpusTarget{"intruder_file", fuzz::IntruderFile},
                                           CorpusTarget{"intruder_answers", fuzz::IntruderAnswerText},
                                           CorpusTarget{"golden_intruders", fuzz::GoldenIntruders},
                                           CorpusTarget{"judged_table", fuzz::JudgedAnswerTable},
                                           CorpusTarget{"nearest_clusters", fuzz::NearestClusters}),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace crowdclust
