// Every seed and finding of the fuzz targets, replayed.
#include "tests/testing/corpus.h"

#include <gtest/gtest.h>

#include <string>

#include "fuzz/answers_targets.h"

namespace crowdclust {
namespace {

using testing::CorpusTarget;

class Corpus : public ::testing::TestWithParam<CorpusTarget> {};

TEST_P(Corpus, IsReadOrRefused) { testing::ReplayCorpus(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Targets, Corpus,
    ::testing::Values(
        CorpusTarget{"long_table", fuzz::LongTable}, CorpusTarget{"toloka_table", fuzz::TolokaTable},
        CorpusTarget{"json_lines", fuzz::JsonLines}, CorpusTarget{"mturk_results", fuzz::MturkResults},
        CorpusTarget{"label_studio", fuzz::LabelStudio}, CorpusTarget{"card_sort", fuzz::CardSort},
        CorpusTarget{"crowd_kit", fuzz::CrowdKit}, CorpusTarget{"gzip", fuzz::GzipFile},
        CorpusTarget{"pair_table", fuzz::PairTable}, CorpusTarget{"triple_table", fuzz::TripleTable},
        CorpusTarget{"wide_table", fuzz::WideTable}, CorpusTarget{"known_labels", fuzz::KnownLabelTable},
        CorpusTarget{"delimited_text", fuzz::DelimitedText}),
    [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace crowdclust
