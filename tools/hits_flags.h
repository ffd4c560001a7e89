// What the user asked of `crowdclust hits`.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "hits/design.h"
#include "hits/hit_formats.h"

namespace crowdclust::tools {

struct HitsFlags {
  std::string items;
  std::string out;
  std::string item_column;
  std::string design_name = DesignName(Design::kRandom);
  std::string hits_per_item = "10";
  std::string run;    // of --design adaptive: the folder that aggregate wrote; empty for the first HITs
  int num_hits = 20;  // of --design adaptive
  DesignOptions design;
  std::uint64_t seed = 1;

  std::string format = HitFormatNames().front();
  std::string url_prefix;
  int groups = 0;  // of Label Studio's configuration; 0: as many as items a HIT

  std::string golden;  // the table of known items; empty for none
  std::string golden_label;
  double golden_rate = 0.1;
  int golden_per_worker = 5;
  int exam = 0;
  int training = 0;
};

// The design that goes by answers; the others are named in hits/design.h.
inline constexpr const char* kAdaptive = "adaptive";

// Adds ITEMS and all flags. `flags` must outlive the command.
void AddHitsFlags(CLI::App* command, HitsFlags* flags);

// The number of 1 to 1,000,000 that --hits-per-item says, or 0.
double NumberFromOne(const std::string& text);

}  // namespace crowdclust::tools
