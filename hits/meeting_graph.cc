#include "hits/meeting_graph.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "base/random.h"

namespace crowdclust {
namespace {

constexpr int kMostIterations = 2'000;
constexpr int kBetweenChecks = 10;

// Root of the tree that holds the item, the way there made shorter.
int RootOf(int item, std::vector<int>* parent) {
  while ((*parent)[static_cast<std::size_t>(item)] != item) {
    int& above = (*parent)[static_cast<std::size_t>(item)];
    above = (*parent)[static_cast<std::size_t>(above)];
    item = above;
  }
  return item;
}

double Dot(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void Scale(double factor, std::vector<double>* values) {
  for (double& value : *values) value *= factor;
}

// The walk in its symmetric form.
class Walk {
 public:
  Walk(int num_items, const Blocks& blocks)
      : blocks_(blocks), root_degree_(static_cast<std::size_t>(num_items)) {
    for (const std::vector<int>& block : blocks) {
      for (const int item : block) ++root_degree_[static_cast<std::size_t>(item)];
    }
    for (double& degree : root_degree_) {
      assert(degree > 0);
      degree = std::sqrt(degree);
    }
    equilibrium_ = root_degree_;
    Scale(1 / std::sqrt(Dot(equilibrium_, equilibrium_)), &equilibrium_);
  }

  std::vector<double> Step(const std::vector<double>& from) const {
    std::vector<double> to(from.size());
    for (const std::vector<int>& block : blocks_) {
      double sum = 0;
      for (const int item : block) sum += from[static_cast<std::size_t>(item)] / Root(item);
      sum /= static_cast<double>(block.size());
      for (const int item : block) to[static_cast<std::size_t>(item)] += sum / Root(item);
    }
    return to;
  }

  // Takes out the equilibrium and makes the length 1.
  void Normalise(std::vector<double>* vector) const {
    const double along = Dot(*vector, equilibrium_);
    for (std::size_t i = 0; i < vector->size(); ++i) (*vector)[i] -= along * equilibrium_[i];
    Scale(1 / std::max(std::sqrt(Dot(*vector, *vector)), 1e-300), vector);
  }

 private:
  double Root(int item) const { return root_degree_[static_cast<std::size_t>(item)]; }

  const Blocks& blocks_;
  std::vector<double> root_degree_;
  std::vector<double> equilibrium_;
};

std::vector<double> AnyVector(int num_items) {
  Random random(1);
  std::vector<double> vector(static_cast<std::size_t>(num_items));
  for (double& value : vector) value = random.Uniform() - 0.5;
  return vector;
}

}  // namespace

std::vector<int> ComponentOfItems(int num_items, const Blocks& blocks) {
  std::vector<int> parent(static_cast<std::size_t>(num_items));
  std::iota(parent.begin(), parent.end(), 0);
  for (const std::vector<int>& block : blocks) {
    for (const int item : block) {
      const int one = RootOf(block.front(), &parent), two = RootOf(item, &parent);
      parent[static_cast<std::size_t>(std::max(one, two))] = std::min(one, two);
    }
  }
  std::vector<int> component(parent.size());
  int components = 0;
  for (int item = 0; item < num_items; ++item) {
    const int root = RootOf(item, &parent);  // the first item of its component
    component[static_cast<std::size_t>(item)] =
        root == item ? components++ : component[static_cast<std::size_t>(root)];
  }
  return component;
}

int NumComponents(int num_items, const Blocks& blocks) {
  const std::vector<int> component = ComponentOfItems(num_items, blocks);
  return component.empty() ? 0 : 1 + *std::ranges::max_element(component);
}

SecondEigenvector FindSecondEigenvector(int num_items, const Blocks& blocks, double tolerance,
                                        const std::vector<double>& start) {
  const Walk walk(num_items, blocks);
  SecondEigenvector found;
  found.item = start.empty() ? AnyVector(num_items) : start;
  walk.Normalise(&found.item);
  double before = -1;
  for (int iteration = 1; iteration <= kMostIterations; ++iteration) {
    found.iterations = iteration;
    std::vector<double> next = walk.Step(found.item);
    found.eigenvalue = Dot(next, found.item);
    found.item = std::move(next);
    walk.Normalise(&found.item);
    if (iteration % kBetweenChecks != 0) continue;
    if (std::abs(found.eigenvalue - before) < kBetweenChecks * tolerance) break;
    before = found.eigenvalue;
  }
  return found;
}

double SpectralGap(int num_items, const Blocks& blocks, double tolerance) {
  if (NumComponents(num_items, blocks) > 1) return 0;
  return num_items < 2 ? 1
                       : std::max(1 - FindSecondEigenvector(num_items, blocks, tolerance).eigenvalue, 0.0);
}

}  // namespace crowdclust
