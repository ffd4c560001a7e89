// The forms in which plans are written, one for each place where people answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hits/hit.h"

namespace crowdclust {

// kJsonLines: our own (hit_file.h). kToloka, kTolokaSuites: for its web page and for its API. kMturk: a batch
// for Mechanical Turk. kLabelStudio: tasks to import. kTable: a row for each item of each HIT.
enum class HitFormat { kJsonLines, kToloka, kTolokaSuites, kMturk, kLabelStudio, kTable };

// "jsonl", "toloka", "toloka-json", "mturk", "label-studio", "csv".
std::vector<std::string> HitFormatNames();
HitFormat ParseHitFormat(const std::string& name);  // throws InputError that names the nearest

// The plan in this form. Names must be UTF-8.
std::string HitsText(HitFormat format, const HitPlan& plan);

// What a form needs beside the HITs, the same for all plans.
struct HitPage {
  std::string extension;  // ".html", ".xml"
  std::string text;
};

// kMturk: the page that workers see. kLabelStudio: the labelling configuration, with so many groups to put
// items into. None for the others.
std::optional<HitPage> PageOfHits(HitFormat format, int num_groups);

}  // namespace crowdclust
