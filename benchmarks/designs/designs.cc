// How many assignments a design needs: studies of 200 items of 8 categories, answered by the crowd of
// configs/crowds/sparse.json in batches of 20 HITs, each by one worker. After every batch the adjusted Rand
// index of the clusters is taken. `random` is dealt anew for each number of batches, as if that had been
// planned.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "answers/crowd_file.h"
#include "answers/simulated_answers.h"
#include "base/error.h"
#include "base/parallel.h"
#include "base/random.h"
#include "base/stats.h"
#include "clustering/pipeline.h"
#include "hits/design.h"
#include "planning/adaptive_hits.h"
#include "planning/simulated_study.h"

namespace crowdclust {
namespace {

constexpr int kItems = 200, kCategories = 8, kHitsInBatch = 20, kItemsInHit = 10, kBatches = 24;
constexpr int kFirstBatches = 2;  // that the adaptive design begins with
constexpr double kWanted = 0.95;

struct Study {
  KnownLabels known = {};
  std::vector<int> label = {};
  std::uint64_t seed = 1;
};

Study DrawStudy(std::uint64_t seed) {
  Study study{.seed = seed};
  Random random(seed, 0);
  LabelColumn column;
  for (int i = 0; i < kItems; ++i) {
    study.known.items.Add(fmt::format("i{:03}", i));
    study.label.push_back(random.Below(kCategories));
    column.label_of_item.push_back(column.labels.Add(fmt::format("kind{}", study.label.back())));
  }
  study.known.columns = {column};
  return study;
}

// Every HIT is answered once, by one of the crowd: batch after batch, the same people and hard items.
class Answering {
 public:
  Answering(const Study& study, const CrowdDescription& crowd)
      : crowd_(crowd),
        hard_(DrawHardItems(kItems, crowd, study.seed)),
        random_(study.seed, kFirstFreeStream),
        asked_{.items = study.known.items},
        given_{.workers = MakeWorkers(crowd, study.known.columns[0], nullptr, study.seed),
               .assignments = {}} {}

  void Answer(const HitPlan& plan) {
    for (const Hit& hit : plan.hits) {
      ShownItems shown{.known = hit.items};
      for (const int item : hit.items) shown.hard.push_back(hard_[static_cast<std::size_t>(item)]);
      const int worker = random_.Below(crowd_.workers);
      given_.assignments.push_back(
          {.hit = static_cast<int>(asked_.hits.size()),
           .worker = worker,
           .group = GroupItems(given_.workers[static_cast<std::size_t>(worker)], shown, crowd_, &random_)});
      asked_.hits.push_back(hit);
    }
  }

  Answers SoFar() const { return AnswersOf(asked_, given_); }

 private:
  const CrowdDescription& crowd_;
  std::vector<char> hard_;
  Random random_;
  HitPlan asked_;
  SimulatedAnswers given_;
};

PipelineResult Clusters(const Answers& answers, const Study& study, ClusterMethod method) {
  PipelineOptions options{.method = method};
  options.crowd.crowd.seed = study.seed;
  return FindClusters(answers, options);
}

double Quality(const Answers& answers, const Clustering& clusters, const Study& study) {
  return QualityOfClusters(study.known.items, answers, clusters, study.label);
}

std::vector<double> QualityByRandom(const Study& study, const CrowdDescription& crowd, ClusterMethod method) {
  std::vector<double> quality;
  for (int batch = 1; batch <= kBatches; ++batch) {
    const double hits_per_item = static_cast<double>(batch) * kHitsInBatch * kItemsInHit / kItems;
    Answering answering(study, crowd);
    answering.Answer(DealHits(study.known.items,
                              {.items_per_hit = kItemsInHit, .hits_per_item = hits_per_item, .overlap = 1},
                              study.seed * 1000 + static_cast<std::uint64_t>(batch)));
    const Answers answers = answering.SoFar();
    quality.push_back(Quality(answers, Clusters(answers, study, method).clustering, study));
  }
  return quality;
}

std::vector<double> QualityByAdaptive(const Study& study, const CrowdDescription& crowd,
                                      ClusterMethod method) {
  Answering answering(study, crowd);
  AdaptiveOptions options{
      .num_hits = kFirstBatches * kHitsInBatch, .items_per_hit = kItemsInHit, .seed = study.seed};
  answering.Answer(FirstHits(study.known.items, options));
  options.num_hits = kHitsInBatch;
  std::vector<double> quality(kFirstBatches - 1, 0.0);
  for (int batch = kFirstBatches; batch <= kBatches; ++batch) {
    const Answers answers = answering.SoFar();
    const PipelineResult result = Clusters(answers, study, method);
    quality.push_back(Quality(answers, result.clustering, study));
    const StudySoFar so_far{.answers = answers, .clusters = result.clustering, .scatter = result.scatter};
    answering.Answer(NextHits(study.known.items, so_far, options));
  }
  return quality;
}

struct Curve {
  std::vector<double> mean, error;
  double batches = 0;  // until the mean is kWanted, a share of the last one; 0 for never
};

Curve CurveOf(const std::vector<std::vector<double>>& quality) {
  Curve curve;
  for (std::size_t b = 0; b < kBatches; ++b) {
    std::vector<double> values;
    for (const auto& of_study : quality) values.push_back(of_study[b]);
    const MeanAndError of_studies = MeanOf(values);
    curve.mean.push_back(of_studies.mean);
    curve.error.push_back(of_studies.standard_error);
  }
  const auto reached = std::ranges::find_if(curve.mean, [](double mean) { return mean >= kWanted; });
  if (reached == curve.mean.end()) return curve;
  const auto at = reached - curve.mean.begin();
  const double before = at == 0 ? 0 : *(reached - 1);
  curve.batches = static_cast<double>(at) + (kWanted - before) / (*reached - before);
  return curve;
}

void Print(const Curve& random, const Curve& adaptive) {
  fmt::print("{:>7} {:>11} {:>16} {:>16}\n", "batches", "assignments", "random", "adaptive");
  for (std::size_t b = 0; b < kBatches; ++b) {
    fmt::print("{:>7} {:>11} {:>8.3f} ± {:.3f} {:>8.3f} ± {:.3f}\n", b + 1, (b + 1) * kHitsInBatch,
               random.mean[b], random.error[b], adaptive.mean[b], adaptive.error[b]);
  }
  const auto needs = [](const char* name, const Curve& curve) {
    if (curve.batches > 0) {
      fmt::print("{} reaches {} with {:.0f} assignments\n", name, kWanted, curve.batches * kHitsInBatch);
    } else {
      fmt::print("{} does not reach {} with {}\n", name, kWanted, kBatches * kHitsInBatch);
    }
  };
  needs("random", random);
  needs("adaptive", adaptive);
  const double most = random.batches > 0 ? random.batches : kBatches;
  if (adaptive.batches > 0) {
    fmt::print("adaptive needs {}{:.0f} % of them\n", random.batches > 0 ? "" : "less than ",
               100 * adaptive.batches / most);
  }
}

int Run(int studies, const char* crowd_path, ClusterMethod method) {
  const CrowdDescription crowd = ReadCrowd(crowd_path);
  std::vector<std::vector<double>> random(static_cast<std::size_t>(studies)), adaptive = random;
  ParallelFor(0, 2 * std::int64_t{studies}, [&](std::int64_t task) {
    const auto s = static_cast<std::size_t>(task / 2);
    const Study study = DrawStudy(s + 1);
    if (task % 2 == 0) {
      random[s] = QualityByRandom(study, crowd, method);
    } else {
      adaptive[s] = QualityByAdaptive(study, crowd, method);
    }
  });
  Print(CurveOf(random), CurveOf(adaptive));
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace crowdclust

int main(int argc, char** argv) {
  const int studies = argc > 1 ? std::max(2, std::atoi(argv[1])) : 20;
  const char* crowd = argc > 2 ? argv[2] : "configs/crowds/sparse.json";
  const std::string method = argc > 3 ? argv[3] : "partition";
  try {
    return crowdclust::Run(studies, crowd, crowdclust::ParseClusterMethod(method));
  } catch (const crowdclust::InputError& error) {
    fmt::print(stderr, "crowdclust_designs: {}\n", error.what());
    return 1;
  }
}
