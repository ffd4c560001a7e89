#include "answers/crowd_file.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/input_file.h"
#include "base/json_fields.h"

namespace crowdclust {
namespace {

constexpr int kMostWorkers = 1000000;
constexpr int kMostAssignments = 1000000000;
constexpr double kFewestSeconds = 0.1;
constexpr double kMostSeconds = 1e6;
constexpr double kMostSecondsSpread = 3;
constexpr double kMostNoiseSpread = 0.9;  // of sqrt(mean (1 - mean))

void CheckTogether(const CrowdDescription& crowd, const std::string& place) {
  const double apart = crowd.spammer_share + crowd.second_label_share;
  if (apart > 1 + 1e-12) {
    throw InputError(
        fmt::format("{}: spammer_share {} and second_label_share {} are more than all workers; make "
                    "their sum 1 or less",
                    place, crowd.spammer_share, crowd.second_label_share));
  }
  const double most = kMostNoiseSpread * std::sqrt(crowd.noise * (1 - crowd.noise));
  if (crowd.noise_spread > most) {
    throw InputError(fmt::format("{}: noise_spread is {}; with noise {} it can be {:.4g} at most", place,
                                 crowd.noise_spread, crowd.noise, most));
  }
}

}  // namespace

CrowdDescription ParseCrowd(std::string_view text, const std::string& place) {
  const nlohmann::json object = ParseJson(CheckText(text, place), place);
  JsonFields fields(object, place);
  CrowdDescription crowd;
  const auto share = [&fields](const char* name, double* value) {
    *value = fields.Number(name, *value, 0, 1);
  };
  fields.Text("about", "");
  crowd.workers = fields.Integer("workers", crowd.workers, 1, kMostWorkers);
  crowd.assignments_per_worker =
      fields.Integer("assignments_per_worker", crowd.assignments_per_worker, 0, kMostAssignments);
  share("spammer_share", &crowd.spammer_share);
  share("second_label_share", &crowd.second_label_share);
  share("lumper_share", &crowd.lumper_share);
  share("lump_share", &crowd.lump_share);
  share("splitter_share", &crowd.splitter_share);
  share("split_share", &crowd.split_share);
  share("noise", &crowd.noise);
  share("noise_spread", &crowd.noise_spread);
  share("hard_item_share", &crowd.hard_item_share);
  share("hard_item_noise", &crowd.hard_item_noise);
  share("skip_share", &crowd.skip_share);
  crowd.seconds_mean = fields.Number("seconds_mean", crowd.seconds_mean, kFewestSeconds, kMostSeconds);
  crowd.seconds_spread = fields.Number("seconds_spread", crowd.seconds_spread, 0, kMostSecondsSpread);
  crowd.spammer_seconds_mean =
      fields.Number("spammer_seconds_mean", crowd.spammer_seconds_mean, kFewestSeconds, kMostSeconds);
  fields.Done();
  CheckTogether(crowd, place);
  return crowd;
}

CrowdDescription ReadCrowd(const std::filesystem::path& path) {
  return ParseCrowd(ReadFile(path), path.string());
}

}  // namespace crowdclust
