// The answers and clusters of a run of `aggregate`, read from its folder.
#pragma once

#include <filesystem>
#include <vector>

#include "answers/answers.h"
#include "clustering/clustering.h"

namespace crowdclust {

struct FinishedRun {
  std::vector<std::filesystem::path> answers_files;
  Answers answers;
  Clustering clusters;  // of the answers' items
  double scatter = 0;   // a of the partition model (M17)
};

// Reads the answers from the files that run.json names, in the way that it says, and the clusters from
// clusters.tsv. Throws InputError where a file is missing, is not the one that was read then (by SHA-256), or
// run.json or clusters.tsv is not of such a run.
FinishedRun ReadFinishedRun(const std::filesystem::path& folder);

// The files of the folder that it reads: run.json and clusters.tsv.
std::vector<std::filesystem::path> FinishedRunFiles(const std::filesystem::path& folder);

}  // namespace crowdclust
