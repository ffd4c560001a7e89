#include "planning/simulated_quality.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "base/random.h"
#include "planning/simulated_study.h"
#include "planning/study_hits.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kStudyStream = 0x73747564;

// What all plans of a round share: made by whoever needs it first, kept until the next round needs it.
template <typename T>
class OfRound {
 public:
  template <typename Make>
  std::shared_ptr<const T> Get(int round, const Make& make) {
    const std::lock_guard lock(mutex_);
    if (round_ != round || !value_) {
      value_ = std::make_shared<const T>(make());
      round_ = round;
    }
    return value_;
  }

 private:
  std::mutex mutex_;
  int round_ = -1;
  std::shared_ptr<const T> value_;
};

class Simulation {
 public:
  Simulation(const StudyModel& model, std::span<const PlanToSimulate> plans, const QualityOptions& options)
      : model_(model), plans_(plans), options_(options) {
    for (const PlanToSimulate& plan : plans) {
      hits_[plan.hits_per_item];
      blocks_[plan.hits_per_item];
    }
  }

  std::optional<double> Run(int round, std::size_t plan, const std::function<bool()>& go_on) {
    const std::uint64_t seed = StudySeed(options_.seed, round);
    const PlanToSimulate& asked = plans_[plan];
    const auto study = case_.Get(round, [&] { return DrawCase(model_, seed); });
    const auto dealt = hits_.at(asked.hits_per_item).Get(round, [&] { return Deal(asked, *study, seed); });
    HitPlan hits = *dealt;
    hits.overlap = asked.overlap;
    return QualityOfStudy(hits, *study, model_, seed, go_on);
  }

 private:
  HitPlan Deal(const PlanToSimulate& asked, const StudyCase& study, std::uint64_t study_seed) {
    DesignOptions design = model_.design;
    design.hits_per_item = asked.hits_per_item;
    if (IsDealtAnew(design.design)) return DealHits(study.items, design, study_seed);
    const auto blocks = blocks_.at(asked.hits_per_item).Get(0, [&] {
      return asked.dealt.empty() ? BlocksOf(DealHits(study.items, design, options_.seed)) : asked.dealt;
    });
    return FillBlocks(*blocks, study.items, study_seed);
  }

  const StudyModel& model_;
  std::span<const PlanToSimulate> plans_;
  const QualityOptions& options_;
  OfRound<StudyCase> case_;
  std::map<double, OfRound<HitPlan>> hits_;   // by HITs an item
  std::map<double, OfRound<Blocks>> blocks_;  // the same, where studies share a deal: round 0 is all
};

}  // namespace

std::uint64_t StudySeed(std::uint64_t seed, int replicate) {
  return Random(seed, kStudyStream + static_cast<std::uint64_t>(replicate)).Next();
}

std::vector<std::vector<double>> SimulateQuality(const StudyModel& model,
                                                 std::span<const PlanToSimulate> plans,
                                                 const QualityOptions& options,
                                                 const QualityCallback& callback) {
  Simulation simulation(model, plans, options);
  const auto all = static_cast<std::int64_t>(plans.size()) * options.replicates;
  std::vector<std::optional<double>> quality(static_cast<std::size_t>(all));  // round by round
  std::atomic<std::int64_t> ended = 0;
  std::atomic<bool> stopped = false;
  const auto go_on = [&] {
    if (!stopped && callback && !callback(ended)) stopped = true;
    return !stopped;
  };
  ParallelFor(options.num_threads, all, [&](std::int64_t task) {
    if (!go_on()) return;
    const auto at = static_cast<std::size_t>(task);
    quality[at] = simulation.Run(static_cast<int>(at / plans.size()), at % plans.size(), go_on);
    if (quality[at]) ++ended;
  });
  std::vector<std::vector<double>> of_plan(plans.size());
  for (std::size_t p = 0; p < plans.size(); ++p) {
    // Up to the first that did not end: what a plan has is the same for equal counts.
    for (std::size_t at = p; at < quality.size() && quality[at]; at += plans.size())
      of_plan[p].push_back(*quality[at]);
  }
  // While one thread was at a long study others may have gone on by more than a round.
  std::size_t rounds = static_cast<std::size_t>(options.replicates);
  for (const std::vector<double>& studies : of_plan) rounds = std::min(rounds, studies.size());
  for (std::vector<double>& studies : of_plan) studies.resize(std::min(studies.size(), rounds + 1));
  return of_plan;
}

}  // namespace crowdclust
