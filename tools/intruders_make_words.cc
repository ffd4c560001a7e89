#include "tools/intruders_make_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "base/grouped_digits.h"
#include "tools/text_table.h"

namespace crowdclust::tools {
namespace {

std::string NameOf(const HitShare& share, bool twins) {
  if (share.other_cluster.empty()) return share.cluster;
  if (!twins) return fmt::format("{}, intruders of {}", share.cluster, share.other_cluster);
  return share.other_cluster == share.cluster ? share.cluster + " alone"
                                              : fmt::format("{} and {}", share.cluster, share.other_cluster);
}

std::string SharesText(const IntrudersMakeFlags& flags, const MadeIntruders& made) {
  constexpr std::size_t kMostNamed = 30;
  std::string text = FigureLine(flags.twins ? "pairs and single clusters" : "kinds of HITs",
                                GroupDigits(std::ssize(made.shares)));
  for (std::size_t i = 0; i < std::min(made.shares.size(), kMostNamed); ++i) {
    const HitShare& share = made.shares[i];
    text += FigureLine(fmt::format("  {} ({} items)", NameOf(share, flags.twins), GroupDigits(share.size)),
                       GroupDigits(share.made) + " HITs");
  }
  if (made.shares.size() > kMostNamed)
    text += fmt::format("  … all of them in {}\n", PathsBeside(flags).plan.string());
  return text;
}

std::string ShortageText(const IntrudersMakeFlags& flags, const MadeIntruders& made) {
  std::string text;
  const auto names = [](const auto& all, const auto& name) {
    std::string list;
    for (const auto& one : all) list += (list.empty() ? "" : ", ") + name(one);
    return list;
  };
  if (!made.too_small.empty()) {
    text += fmt::format("in no HIT as a main cluster, since they have one item: {}\n",
                        names(made.too_small, [](const SmallCluster& small) { return small.cluster; }));
  }
  std::vector<HitShare> fewer;
  for (const HitShare& share : made.shares) {
    if (share.per_hit < flags.options.per_hit) fewer.push_back(share);
    if (share.made >= share.share) continue;
    text += fmt::format("{}: {} different HITs, fewer than the share of {}\n", NameOf(share, flags.twins),
                        GroupDigits(share.distinct), GroupDigits(share.share));
  }
  if (!fewer.empty()) {
    text += fmt::format("HITs of fewer items, with a chance of their own: {}\n",
                        names(fewer, [&](const HitShare& share) {
                          return fmt::format("{} ({})", NameOf(share, flags.twins), share.per_hit);
                        }));
  }
  if (made.shortfall > 0) {
    text += fmt::format("{} HITs asked for, but there are only {} different ones: all were made\n",
                        GroupDigits(made.asked), GroupDigits(made.asked - made.shortfall));
  }
  return text;
}

}  // namespace

IntrudersMakePaths PathsBeside(const IntrudersMakeFlags& flags) {
  const std::filesystem::path out = flags.out;
  const auto with = [&out](const std::string& extension) {
    return std::filesystem::path(out).replace_extension(extension);
  };
  if (ParseIntruderTaskFormat(flags.format) == IntruderFormat::kJsonLines) {
    const std::filesystem::path training = with(".training" + out.extension().string());
    return {.key = out, .plan = with(".plan.json"), .training = training, .training_key = training};
  }
  return {.key = with(".jsonl"),
          .plan = with(".plan.json"),
          .training = with(".training" + out.extension().string()),
          .training_key = with(".training.jsonl")};
}

double RewardTotal(const IntruderPlan& plan) {
  return plan.num_hits() * static_cast<double>(plan.overlap) * plan.reward;
}

std::string DescribeMade(const IntrudersMakeFlags& flags, const MadeIntruders& made,
                         const MixedGolden& golden) {
  std::string text = SharesText(flags, made);
  text += FigureLine("HITs", GroupDigits(made.plan.num_hits()));
  if (!flags.golden.empty()) {
    text += FigureLine("  of them golden", GroupDigits(golden.mixed));
    text += FigureLine("training HITs", GroupDigits(golden.training.num_hits()));
  }
  text += FigureLine("items a HIT", GroupDigits(flags.options.per_hit));
  text += FigureLine("assignments",
                     GroupDigits(static_cast<std::int64_t>(made.plan.num_hits()) * made.plan.overlap));
  text += FigureLine("reward in total", fmt::format("{:.2f}", RewardTotal(made.plan)));
  text += ShortageText(flags, made);
  if (golden.mixed < golden.wanted)
    text += fmt::format("{} golden HITs wanted, {} there are: give more, or a lower --golden-rate\n",
                        golden.wanted, golden.mixed);
  const IntrudersMakePaths paths = PathsBeside(flags);
  std::vector<std::string> written = {flags.out};
  const auto add = [&written](const std::filesystem::path& path) {
    if (std::ranges::find(written, path.string()) == written.end()) written.push_back(path.string());
  };
  add(paths.key);
  if (!golden.training.hits.empty()) {
    add(paths.training);
    add(paths.training_key);
  }
  add(paths.plan);
  text += fmt::format("written: {}\n", fmt::join(written, ", "));
  return text + fmt::format("{} has the right answers: show workers the items only\n", paths.key.string());
}

}  // namespace crowdclust::tools
