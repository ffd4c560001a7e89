// HITs as JSON lines: {"hit":"h01","items":["a.png","b.png"],"overlap":7,"reward":0.02}
// and, where the groups are known:
// {"hit":"g1","kind":"golden","items":["a.png","b.png"],"known_groups":[1,1],…}
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "hits/hit.h"

namespace crowdclust {

// The plan as JSON lines, a HIT each. Names must be UTF-8. Items in no HIT are not in the text.
std::string HitLines(const HitPlan& plan);

// Reads what HitLines writes; items are numbered by first appearance. `overlap` (1 to 1,000,000) is 1 and
// `reward` (0 to 1,000,000) is 0 where a line has none; both belong to the plan, so all lines must agree.
// Empty lines are passed over. `place` is for messages. Throws InputError with file and line: invalid JSON or
// UTF-8, an empty file, a field that is missing, unknown or out of range, fewer than 2 items in a HIT, an
// item twice in a HIT, known groups where the kind is ordinary or none where it is not, a HIT name twice,
// lines that differ in overlap or reward. O(size of the text).
HitPlan ParseHitLines(std::string_view text, const std::string& place);

// ParseHitLines on the file's text.
HitPlan ReadHitFile(const std::filesystem::path& path);

}  // namespace crowdclust
