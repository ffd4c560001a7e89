// Intruder HITs as JSON lines. The file is the answer key: it names the intruder of every HIT, so show
// workers the items only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "intruders/intruder_hit.h"

namespace crowdclust {

// A HIT a line, positions from 1: {"hit":"i001","items":["a.png","b.png","c.png"],"main_cluster":"0",
// "intruder_cluster":"2","intruder_position":3,"overlap":5,"reward":0.02}. A golden HIT has "golden":true in
// place of its clusters. Twins have "twins":["0","2"], or one name, in place of clusters and position. Names
// must be UTF-8.
std::string IntruderHitLines(const IntruderPlan& plan);

// Reads what IntruderHitLines writes; the plan is equal to the one written. Every field is needed, but for
// `golden`, `overlap` (1 to 1,000,000; else 1) and `reward` (0 to 1,000,000; else 0); the last two and the
// question belong to the plan: all lines must agree. Empty lines are passed over. `place` is for messages.
// Throws InputError with file and line: invalid JSON or UTF-8, an empty file, a field that is missing,
// unknown, of the wrong type or out of range, an item twice in a HIT, fewer than 3 items, one cluster for
// main items and intruder, a HIT name twice, two HITs with the same items in the same order. O(size of the
// text).
IntruderPlan ParseIntruderHitLines(std::string_view text, const std::string& place);

// ParseIntruderHitLines on the file's text.
IntruderPlan ReadIntruderHitFile(const std::filesystem::path& path);

}  // namespace crowdclust
