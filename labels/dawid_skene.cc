#include "labels/dawid_skene.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>

#include "labels/majority_vote.h"

namespace crowdclust {
namespace {

constexpr double kLeastCount = 1e-10;
constexpr double kTie = 1e-9;

// The arrays of a table and of its fit, as the sweeps need them.
class Sweeper {
 public:
  Sweeper(const LabelTable& table, DawidSkeneFit* fit)
      : table_(table), fit_(*fit), num_labels_(static_cast<std::size_t>(table.num_labels)) {
    fit_.num_labels = table.num_labels;
    fit_.prior.resize(num_labels_);
    fit_.error.resize(static_cast<std::size_t>(table.num_workers) * num_labels_ * num_labels_);
    log_error_.resize(fit_.error.size());
    log_prior_.resize(num_labels_);
    has_rows_.resize(static_cast<std::size_t>(table.num_questions));
    for (const int question : table.question_of_row) has_rows_[static_cast<std::size_t>(question)] = true;
  }

  // Probabilities by errors and priors: the expectation step.
  void UpdateProbabilities() {
    for (std::size_t q = 0; q < has_rows_.size(); ++q) std::ranges::copy(log_prior_, Question(q).begin());
    for (std::size_t r = 0; r < table_.label_of_row.size(); ++r) {
      const std::span<double> log_probability = QuestionOfRow(r);
      const std::span<const double> log_error = std::span(log_error_).subspan(ErrorsOfRow(r), num_labels_);
      for (std::size_t t = 0; t < num_labels_; ++t) log_probability[t] += log_error[t];
    }
    for (std::size_t q = 0; q < has_rows_.size(); ++q) {
      if (has_rows_[q]) NormaliseFromLogs(Question(q));
    }
  }

  // Priors by probabilities, which also become the probabilities of questions without rows.
  void UpdatePriors() {
    std::ranges::fill(fit_.prior, 0.0);
    double asked = 0;
    for (std::size_t q = 0; q < has_rows_.size(); ++q) {
      if (!has_rows_[q]) continue;
      ++asked;
      for (std::size_t t = 0; t < num_labels_; ++t) fit_.prior[t] += Question(q)[t];
    }
    for (double& prior : fit_.prior) prior = asked > 0 ? prior / asked : 0;
    std::ranges::transform(fit_.prior, log_prior_.begin(), [](double prior) { return std::log(prior); });
    for (std::size_t q = 0; q < has_rows_.size(); ++q) {
      if (!has_rows_[q]) std::ranges::copy(fit_.prior, Question(q).begin());
    }
  }

  // Errors by probabilities: expected counts of (worker, observed, true), normalised over the observed
  // labels.
  void UpdateErrors() {
    std::vector<bool> gave(fit_.error.size() / std::max<std::size_t>(num_labels_, 1));  // J x K
    std::ranges::fill(fit_.error, 0.0);
    for (std::size_t r = 0; r < table_.label_of_row.size(); ++r) {
      const std::size_t at = ErrorsOfRow(r);
      gave[at / num_labels_] = true;
      for (std::size_t t = 0; t < num_labels_; ++t) fit_.error[at + t] += QuestionOfRow(r)[t];
    }
    for (std::size_t first = 0; first < gave.size(); first += num_labels_) {
      for (std::size_t t = 0; t < num_labels_; ++t) NormaliseErrors(first, t, gave);
    }
  }

  double Bound() {
    double bound = 0;
    for (std::size_t r = 0; r < table_.label_of_row.size(); ++r) {
      const std::span<const double> log_error = std::span(log_error_).subspan(ErrorsOfRow(r), num_labels_);
      for (std::size_t t = 0; t < num_labels_; ++t) bound += QuestionOfRow(r)[t] * log_error[t];
    }
    for (std::size_t q = 0; q < has_rows_.size(); ++q) {
      if (!has_rows_[q]) continue;
      for (std::size_t t = 0; t < num_labels_; ++t) {
        const double probability = Question(q)[t];
        if (probability > 0) bound += probability * (log_prior_[t] - std::log(probability));
      }
    }
    return bound;
  }

  void ChooseLabels() {
    fit_.label_of_question.assign(has_rows_.size(), -1);
    for (std::size_t q = 0; q < has_rows_.size(); ++q) {
      if (!has_rows_[q]) continue;
      const double most = std::ranges::max(Question(q));
      const auto chosen = std::ranges::find_if(Question(q), [most](double p) { return p >= most - kTie; });
      fit_.label_of_question[q] = static_cast<int>(chosen - Question(q).begin());
    }
  }

 private:
  std::span<double> Question(std::size_t question) {
    return std::span(fit_.probability).subspan(question * num_labels_, num_labels_);
  }
  std::span<double> QuestionOfRow(std::size_t row) {
    return Question(static_cast<std::size_t>(table_.question_of_row[row]));
  }
  // Where the errors of the row's worker and observed label begin, one for each true label.
  std::size_t ErrorsOfRow(std::size_t row) const {
    const auto worker = static_cast<std::size_t>(table_.worker_of_row[row]);
    return (worker * num_labels_ + static_cast<std::size_t>(table_.label_of_row[row])) * num_labels_;
  }

  static void NormaliseFromLogs(std::span<double> values) {
    const double most = std::ranges::max(values);
    double sum = 0;
    for (double& value : values) sum += value = std::exp(value - most);
    for (double& value : values) value /= sum;
  }

  // `first` is the worker's first place in `gave`.
  void NormaliseErrors(std::size_t first, std::size_t truth, const std::vector<bool>& gave) {
    double sum = 0;
    for (std::size_t o = first; o < first + num_labels_; ++o) {
      double& count = fit_.error[o * num_labels_ + truth];
      if (gave[o]) sum += count = std::max(count, kLeastCount);
    }
    for (std::size_t o = first; o < first + num_labels_; ++o) {
      if (!gave[o]) continue;
      const std::size_t at = o * num_labels_ + truth;
      fit_.error[at] /= sum;
      log_error_[at] = std::log(fit_.error[at]);
    }
  }

  const LabelTable& table_;
  DawidSkeneFit& fit_;
  std::size_t num_labels_;
  std::vector<double> log_error_;  // as fit_.error
  std::vector<double> log_prior_;  // K; -infinity where no question has the label
  std::vector<bool> has_rows_;     // Q
};

}  // namespace

DawidSkeneFit FitDawidSkene(const LabelTable& table, const DawidSkeneOptions& options) {
  assert(IsConsistent(table) && options.num_sweeps >= 0);
  DawidSkeneFit fit;
  fit.probability = CountVotes(table).share;
  Sweeper sweeper(table, &fit);
  sweeper.UpdatePriors();
  sweeper.UpdateErrors();
  for (int sweep = 0; sweep < options.num_sweeps && table.num_rows() > 0; ++sweep) {
    sweeper.UpdateProbabilities();
    sweeper.UpdatePriors();
    sweeper.UpdateErrors();
    const double bound = sweeper.Bound();
    const bool may_stop = options.tolerance > 0 && !fit.bound_of_sweep.empty();
    const double gain = may_stop ? bound - fit.bound_of_sweep.back() : 0;
    fit.bound_of_sweep.push_back(bound);
    if (may_stop && gain < options.tolerance * static_cast<double>(table.num_rows())) {
      fit.reached_tolerance = true;
      break;
    }
  }
  sweeper.ChooseLabels();
  return fit;
}

}  // namespace crowdclust
