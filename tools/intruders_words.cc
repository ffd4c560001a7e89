#include "tools/intruders_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/grouped_digits.h"
#include "intruders/advice_text.h"
#include "tools/text_table.h"

namespace crowdclust::tools {
namespace {

constexpr std::size_t kMostNamed = 10;       // names in a line
constexpr std::size_t kMostNamedOfMany = 3;  // pieces of advice on each of many studies
constexpr std::size_t kMostRows = 10;        // pairs in a table
constexpr std::size_t kMostClusters = 40;

std::string Percent(double share) { return fmt::format("{:.1f}", 100 * share); }

std::string IntervalText(const Interval& interval) {
  return fmt::format("{} to {}", Percent(interval.low), Percent(interval.high));
}

// "i003, i007 and 5 more".
template <typename NameAt>
std::string NamesOf(std::size_t count, const NameAt& name_at) {
  std::string names;
  for (std::size_t i = 0; i < std::min(count, kMostNamed); ++i) names += (i > 0 ? ", " : "") + name_at(i);
  return count > kMostNamed ? names + fmt::format(" and {} more", count - kMostNamed) : names;
}

std::string PText(double p) { return p < 0.001 ? "<.001" : fmt::format("{:.3f}", p); }

void AddShare(const ShareRight& share, std::vector<std::string>* row) {
  row->push_back(fmt::format("{}/{}", GroupDigits(share.right), GroupDigits(share.total)));
  row->push_back(share.total > 0 ? Percent(share.share()) : "-");
}

std::vector<std::string> Row(const ScoredStudy& study, const std::string& name, const GroupScore& group) {
  std::vector<std::string> row = {name, GroupDigits(group.hits)};
  AddShare(group.answers, &row);
  row.push_back(IntervalText(group.precision.interval));
  if (study.score.knows_choices) {
    AddShare(group.majority, &row);
    AddShare(group.dawid_skene, &row);
  }
  row.push_back(group.answers.total > 0 ? PText(group.p_holm) : "-");
  return row;
}

std::vector<std::string> Header(const ScoredStudy& study, const char* first) {
  std::vector<std::string> header = {first, "HITs", "answers right", "%", "95 %"};
  if (study.score.knows_choices)
    header.insert(header.end(), {"majority right", "%", "Dawid-Skene right", "%"});
  header.emplace_back("p (Holm)");
  return header;
}

std::string GroupTables(const ScoredStudy& study) {
  const IntruderScore& score = study.score;
  const NameIndex& clusters = study.judged.clusters;
  std::vector<std::vector<std::string>> rows = {Header(study, "main cluster")};
  for (const GroupScore& group : score.by_cluster) {
    if (rows.size() > kMostClusters) break;
    rows.push_back(Row(study, clusters.Name(group.main_cluster), group));
  }
  rows.push_back(Row(study, "all together", score.overall));
  std::string text = AlignColumns(rows);
  if (score.by_cluster.size() > kMostClusters)
    text += fmt::format("… {} clusters in all: see intruders.tsv\n", score.by_cluster.size());
  if (score.by_pair.empty()) return text;
  rows = {
      Header(study, score.question == IntruderQuestion::kTwins ? "two clusters" : "pair, least found first")};
  for (const GroupScore& group : score.by_pair) {
    if (rows.size() > kMostRows) break;
    rows.push_back(
        Row(study,
            fmt::format("{} and {}", clusters.Name(group.main_cluster), clusters.Name(group.other_cluster)),
            group));
  }
  text += "\n" + AlignColumns(rows);
  if (score.by_pair.size() > kMostRows)
    text += fmt::format("… {} pairs in all: see intruders.tsv\n", score.by_pair.size());
  return text;
}

std::string Headline(const ScoredStudy& study) {
  const IntruderScore& score = study.score;
  const GroupScore& all = score.overall;
  if (all.answers.total == 0) return "no HIT has an answer that counts\n";
  const char* whom = score.headline == DrawnFrom::kTheseHits ? "these HITs" : "these clusters";
  std::string text =
      fmt::format("{} % of {} answers right; 95 % interval for {}: {} %; chance: {} %, p {}\n",
                  Percent(all.answers.share()), GroupDigits(all.answers.total), whom,
                  IntervalText(all.precision.interval), Percent(all.chance), PText(all.p_value));
  if (score.more_clusters) {
    text += fmt::format("for more clusters like these: {} %\n", IntervalText(score.more_clusters->interval));
  } else {
    text += fmt::format("nothing is said of other clusters: {} is too few, {} are needed\n",
                        score.by_cluster.size(), kFewestClusters);
  }
  return text;
}

// Of HITs that are clusters each: others have too few answers to say so of one.
std::string NotClearOfChance(const ScoredStudy& study) {
  if (study.score.headline != DrawnFrom::kTheseHits) return "";
  std::vector<std::size_t> unclear;
  for (std::size_t h = 0; h < study.score.hits.size(); ++h) {
    const ShareRight& answers = study.score.hits[h].answers;
    if (answers.total > 0 && answers.interval().low <= study.judged.chance_of_hit[h]) unclear.push_back(h);
  }
  if (unclear.empty()) return "";
  return fmt::format(
      "HITs whose Wilson interval does not clear chance: {} ({})\n", unclear.size(),
      NamesOf(unclear.size(), [&](std::size_t i) { return study.judged.hit_names[unclear[i]]; }));
}

std::string Remarks(const ScoredStudy& study) {
  const IntruderScore& score = study.score;
  std::string text;
  if (!score.unanswered.empty()) {
    text +=
        fmt::format("HITs without answers, in no share: {} ({})\n", GroupDigits(std::ssize(score.unanswered)),
                    NamesOf(score.unanswered.size(), [&](std::size_t i) {
                      return study.judged.hit_names[static_cast<std::size_t>(score.unanswered[i])];
                    }));
  }
  const auto ties = std::ranges::count_if(score.hits, &HitOutcome::is_tied);
  if (ties > 0) text += fmt::format("HITs whose vote is tied, counted as wrong: {}\n", GroupDigits(ties));
  if (std::isfinite(score.shoes_study.over_hits)) {
    text +=
        fmt::format("the shoes study's figure, Dawid-Skene answers in the intruder's cluster: {} % of HITs\n",
                    Percent(score.shoes_study.over_hits));
  }
  const auto overruled = std::ranges::count_if(score.hits, &HitOutcome::is_overruled);
  if (overruled > 0) {
    text += fmt::format(
        "HITs whose answers agree, but Dawid and Skene's method says another: {}; it has too few answers a "
        "worker\n",
        GroupDigits(overruled));
  }
  if (study.judged.workers.size() == 1)
    text += "one worker alone: how workers differ is not known, and the intervals allow for much\n";
  if (score.knows_choices && score.question == IntruderQuestion::kIntruder) {
    const PositionBias& bias = score.positions;
    text += bias.freedom > 0
                ? fmt::format("positions of wrong answers: chi-square {:.1f}, {} degrees of freedom, p {}\n",
                              bias.chi_square, bias.freedom, PText(bias.p_value))
                : std::string("positions of wrong answers: too few to tell whether any is preferred\n");
  }
  std::vector<std::size_t> failed;
  for (std::size_t w = 0; w < study.failed.size(); ++w) {
    if (study.failed[w]) failed.push_back(w);
  }
  if (!failed.empty()) {
    text += fmt::format("workers who did not pass, left out: {} ({})\n", failed.size(),
                        NamesOf(failed.size(), [&](std::size_t i) {
                          return study.judged.workers.Name(static_cast<int>(failed[i]));
                        }));
  }
  return text;
}

}  // namespace

std::string DescribeScore(const ScoredStudies& scored, const ScoredStudy& study) {
  std::string text;
  for (std::size_t i = 0; i < scored.by.size(); ++i)
    text += fmt::format("{}{} {}", i > 0 ? ", " : "\n", scored.by[i], study.labels[i]);
  if (!scored.by.empty()) text += "\n";
  text += Headline(study);
  // Where every HIT is a cluster of its own, a table of clusters is one of HITs.
  if (study.score.headline == DrawnFrom::kTheseClusters) text += GroupTables(study);
  text += NotClearOfChance(study) + Remarks(study);
  if (study.advice.empty()) return text;
  text += "advice\n";
  const std::size_t most = scored.by.empty() ? kMostNamed : kMostNamedOfMany;
  for (std::size_t i = 0; i < std::min(study.advice.size(), most); ++i)
    text += "  " + AdviceText(study.advice[i], study.judged, study.score) + "\n";
  if (study.advice.size() > most)
    text += fmt::format("  … {} in all: see intruders.json\n", study.advice.size());
  return text;
}

}  // namespace crowdclust::tools
