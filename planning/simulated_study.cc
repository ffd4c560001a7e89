#include "planning/simulated_study.h"

#include <string>
#include <vector>

#include "answers/answers_builder.h"
#include "metrics/contingency.h"
#include "metrics/rand_index.h"

namespace crowdclust {
Answers AnswersOf(const HitPlan& plan, const SimulatedAnswers& simulated) {
  AnswersBuilder builder;
  const std::string place = "simulated answers";
  std::vector<std::string> groups;
  for (std::size_t a = 0; a < simulated.assignments.size(); ++a) {
    const SimulatedAssignment& given = simulated.assignments[a];
    const Hit& hit = plan.hits[static_cast<std::size_t>(given.hit)];
    groups.clear();
    for (const int group : given.group) groups.push_back(group < 0 ? "" : std::to_string(group + 1));
    RawAssignment raw{.line = static_cast<long long>(a) + 1,
                      .hit = hit.name,
                      .worker = simulated.workers[static_cast<std::size_t>(given.worker)].name,
                      .seconds = given.seconds};
    for (std::size_t i = 0; i < hit.items.size(); ++i) {
      raw.items.emplace_back(plan.items.Name(hit.items[i]));
      raw.groups.emplace_back(groups[i]);
    }
    builder.Add(place, raw);
  }
  return builder.Finish();
}

double QualityOfClusters(const NameIndex& items, const Answers& answers, const Clustering& clustering,
                         const std::vector<int>& label_of_item) {
  std::vector<int> found;
  int next = clustering.num_clusters;
  for (const std::string& name : items.names()) {
    const int item = answers.items.Find(name);
    found.push_back(item < 0 ? next++ : clustering.cluster_of_item[static_cast<std::size_t>(item)]);
  }
  return AdjustedRand(CountContingency(found, label_of_item));
}

std::optional<double> QualityOfStudy(const HitPlan& plan, const StudyCase& study, const StudyModel& model,
                                     std::uint64_t seed, const std::function<bool()>& go_on) {
  const Answers answers = AnswersOf(plan, SimulateAnswers(plan, study.known, model.crowd, seed));
  Clustering clustering;
  if (NumPairs(answers) > 0) {
    PipelineOptions options = model.pipeline;
    options.crowd.crowd.seed = seed;
    options.crowd.crowd.num_threads = 1;
    const PipelineResult result =
        FindClusters(answers, options, [&go_on](const PipelineProgress&) { return !go_on || go_on(); });
    if (result.stopped) return std::nullopt;
    clustering = result.clustering;
  } else {
    for (int item = 0; item < answers.num_items(); ++item) clustering.cluster_of_item.push_back(item);
    clustering.num_clusters = answers.num_items();
  }
  return QualityOfClusters(plan.items, answers, clustering, study.label_of_item);
}

}  // namespace crowdclust
