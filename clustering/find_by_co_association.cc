#include "clustering/find_by_co_association.h"

#include <algorithm>
#include <memory>

#include "clustering/baselines/co_association_linkage.h"
#include "clustering/baselines/median_partition.h"
#include "clustering/baselines/spectral.h"
#include "clustering/choose_count.h"
#include "clustering/cut_choice.h"

namespace crowdclust {
namespace {

// Clusters that are looked for, at most.
constexpr int kMostCuts = 40;

// A method on the co-association, its number of clusters by held-out likelihood where none is forced.
Finding FindByCuts(const Study& study, const CutMethod& method) {
  int count = study.options->num_clusters;
  if (count == 0) {
    const std::vector<int> counts =
        CandidateCounts(std::min(kMostCuts, static_cast<int>(study.known->item.size())));
    count = ChooseCount(study.known->answers, method, counts, study.seed(), study.num_threads());
  }
  Finding found;
  found.label = method(study.known->answers)(count);
  found.labellings = {found.label};
  return found;
}

}  // namespace

Finding FindByLinkage(const Study& study) {
  const CutMethod method = [](const Answers& answers) -> CutFunction {
    return
        [tree = LinkCoAssociation(CountCoAssociation(answers))](int count) { return CutTree(tree, count); };
  };
  return FindByCuts(study, method);
}

Finding FindBySpectrum(const Study& study) {
  const int most = std::max(kMostCuts, study.options->num_clusters);
  const std::uint64_t seed = study.seed();
  const CutMethod method = [most, seed](const Answers& answers) -> CutFunction {
    const int width = std::min(most, answers.num_items());
    const auto embedding =
        std::make_shared<const Eigen::MatrixXd>(SpectralEmbedding(CountCoAssociation(answers), width, seed));
    return [embedding, seed](int count) { return CutSpectrum(*embedding, count, seed); };
  };
  return FindByCuts(study, method);
}

Finding FindByMajority(const Study& study) {
  const CutMethod method = [](const Answers& answers) -> CutFunction {
    const auto co_association = std::make_shared<const CoAssociation>(CountCoAssociation(answers));
    return [co_association, tree = LinkCoAssociation(*co_association)](int count) {
      return ImproveMedianPartition(*co_association, CutTree(tree, count));
    };
  };
  return FindByCuts(study, method);
}

}  // namespace crowdclust
