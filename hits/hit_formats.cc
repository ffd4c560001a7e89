#include "hits/hit_formats.h"

#include <array>

#include "base/nearest_name.h"
#include "hits/hit_file.h"
#include "hits/mturk_page.h"
#include "hits/write_hit_table.h"
#include "hits/write_label_studio.h"
#include "hits/write_mturk.h"
#include "hits/write_toloka.h"
#include "hits/write_toloka_suites.h"

namespace crowdclust {
namespace {

HitPage Page(int /*num_groups*/) { return {".html", MturkPage()}; }
HitPage Configuration(int num_groups) { return {".xml", LabelStudioConfiguration(num_groups)}; }

struct FormatEntry {
  const char* name;
  std::string (*text)(const HitPlan& plan);
  HitPage (*page)(int num_groups);  // null for none
};

// In the order of HitFormat.
constexpr std::array<FormatEntry, 6> kFormats = {{{"jsonl", HitLines, nullptr},
                                                  {"toloka", TolokaTasks, nullptr},
                                                  {"toloka-json", TolokaSuites, nullptr},
                                                  {"mturk", MturkBatch, Page},
                                                  {"label-studio", LabelStudioTasks, Configuration},
                                                  {"csv", HitTable, nullptr}}};

const FormatEntry& EntryOf(HitFormat format) { return kFormats[static_cast<std::size_t>(format)]; }

}  // namespace

std::vector<std::string> HitFormatNames() {
  std::vector<std::string> names;
  for (const FormatEntry& entry : kFormats) names.emplace_back(entry.name);
  return names;
}

HitFormat ParseHitFormat(const std::string& name) {
  return static_cast<HitFormat>(IndexOfName("form of HITs", name, HitFormatNames()));
}

std::string HitsText(HitFormat format, const HitPlan& plan) { return EntryOf(format).text(plan); }

std::optional<HitPage> PageOfHits(HitFormat format, int num_groups) {
  const FormatEntry& entry = EntryOf(format);
  if (entry.page == nullptr) return std::nullopt;
  return entry.page(num_groups);
}

}  // namespace crowdclust
