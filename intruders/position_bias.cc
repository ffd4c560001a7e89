#include "intruders/position_bias.h"

#include <Eigen/Eigenvalues>
#include <cassert>
#include <numeric>

#include "base/special.h"

namespace crowdclust {
namespace {

constexpr double kFewestWrong = 5;  // a position

// Adds what one HIT's wrong answers (at each of its positions) add to expectation and covariance.
void AddWrongAnswers(const std::vector<int>& wrong, int intruder, Eigen::VectorXd* expected,
                     Eigen::MatrixXd* covariance) {
  const auto others = static_cast<double>(wrong.size() - 1);
  const double mean = std::accumulate(wrong.begin(), wrong.end(), 0.0) / others;
  double squares = 0;
  const auto num_positions = static_cast<int>(wrong.size());
  for (int at = 0; at < num_positions; ++at) {
    const double off = wrong[static_cast<std::size_t>(at)] - mean;
    if (at != intruder) squares += off * off;
  }
  // Of a random order of fixed numbers: variance s2 (1 - 1/m), covariance -s2 / m, s2 the sample variance.
  const double variance = squares / (others - 1);
  for (int at = 0; at < num_positions; ++at) {
    if (at == intruder) continue;
    (*expected)(at) += mean;
    for (int other = 0; other < num_positions; ++other) {
      if (other != intruder) (*covariance)(at, other) += variance * ((at == other ? 1.0 : 0.0) - 1 / others);
    }
  }
}

}  // namespace

PositionBias FindPositionBias(const IntruderPlan& plan, const IntruderAnswers& answers) {
  assert(plan.question == IntruderQuestion::kIntruder);
  PositionBias bias;
  const int largest = LargestHit(plan);
  bias.positions.resize(static_cast<std::size_t>(largest));
  std::vector<std::vector<int>> wrong_of_hit(plan.hits.size());
  for (std::size_t r = 0; r < answers.hit_of_row.size(); ++r) {
    const auto h = static_cast<std::size_t>(answers.hit_of_row[r]);
    const auto chosen = static_cast<std::size_t>(answers.answer_of_row[r]);
    const auto intruder = static_cast<std::size_t>(plan.hits[h].right_answer);
    ++bias.positions[chosen].chosen;
    ++bias.positions[intruder].intruder;
    if (chosen == intruder) continue;
    ++bias.positions[chosen].wrong;
    wrong_of_hit[h].resize(plan.hits[h].items.size());
    ++wrong_of_hit[h][chosen];
  }
  Eigen::VectorXd expected = Eigen::VectorXd::Zero(largest), observed(largest);
  Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(largest, largest);
  for (std::size_t h = 0; h < wrong_of_hit.size(); ++h) {
    if (!wrong_of_hit[h].empty())
      AddWrongAnswers(wrong_of_hit[h], plan.hits[h].right_answer, &expected, &covariance);
  }
  double wrong = 0;
  for (int at = 0; at < largest; ++at) {
    PositionCount& position = bias.positions[static_cast<std::size_t>(at)];
    position.expected = expected(at);
    observed(at) = static_cast<double>(position.wrong);
    wrong += observed(at);
  }
  if (wrong < kFewestWrong * largest) return bias;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance);
  const Eigen::VectorXd distance = solver.eigenvectors().transpose() * (observed - expected);
  const double negligible = 1e-9 * solver.eigenvalues().maxCoeff();
  for (int i = 0; i < largest; ++i) {
    if (solver.eigenvalues()(i) <= negligible) continue;
    bias.chi_square += distance(i) * distance(i) / solver.eigenvalues()(i);
    ++bias.freedom;
  }
  if (bias.freedom > 0) bias.p_value = ChiSquareTail(bias.chi_square, bias.freedom);
  return bias;
}

}  // namespace crowdclust
