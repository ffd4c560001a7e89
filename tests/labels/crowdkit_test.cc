// Against the figures of the public crowd-kit on the same rows.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "base/input_file.h"
#include "base/json_fields.h"
#include "base/name_index.h"
#include "labels/dawid_skene.h"
#include "labels/majority_vote.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

struct Figures {
  nlohmann::json json;
  NameIndex questions, workers, labels;
  LabelTable table;
};

Figures ReadFigures(const std::filesystem::path& path) {
  Figures figures;
  figures.json = ParseJson(ReadFile(path), path.string());
  for (const auto& row : figures.json.at("rows")) {
    AddLabel(figures.questions.Add(row.at("task").get<std::string>()),
             figures.workers.Add(row.at("worker").get<std::string>()),
             figures.labels.Add(row.at("label").get<std::string>()), &figures.table);
  }
  return figures;
}

void ExpectVotes(const Figures& figures) {
  const MajorityVote vote = CountVotes(figures.table);
  const nlohmann::json& expected = figures.json.at("MajorityVote");
  for (int q = 0; q < figures.questions.size(); ++q) {
    const std::string& question = figures.questions.Name(q);
    for (int k = 0; k < figures.labels.size(); ++k) {
      const double share = vote.share[static_cast<std::size_t>(q * figures.labels.size() + k)];
      EXPECT_NEAR(share, expected.at("probas").at(question).at(figures.labels.Name(k)).get<double>(), 1e-15);
    }
    if (vote.is_tied[static_cast<std::size_t>(q)]) continue;
    EXPECT_EQ(figures.labels.Name(vote.label_of_question[static_cast<std::size_t>(q)]),
              expected.at("labels").at(question).get<std::string>());
  }
}

// crowd-kit's `loss_history_` a row: as the bound, but with the prior once for each row of a question.
double LossARow(const LabelTable& table, const DawidSkeneFit& fit) {
  double loss = fit.bound_of_sweep.back();
  for (int q = 0; q < table.num_questions; ++q) {
    const auto rows = static_cast<double>(std::ranges::count(table.question_of_row, q));
    for (int t = 0; t < table.num_labels; ++t) {
      loss += (rows - 1) * fit.Probability(q, t) * std::log(fit.prior[static_cast<std::size_t>(t)]);
    }
  }
  return loss / static_cast<double>(table.num_rows());
}

void ExpectFit(const Figures& figures, const std::string& name) {
  SCOPED_TRACE(name);
  const nlohmann::json& expected = figures.json.at(name);
  const int sweeps = expected.at("iterations_done").get<int>();
  const DawidSkeneFit fit = FitDawidSkene(figures.table, {.num_sweeps = sweeps});
  for (int t = 0; t < figures.labels.size(); ++t) {
    const std::string& truth = figures.labels.Name(t);
    EXPECT_NEAR(fit.prior[static_cast<std::size_t>(t)], expected.at("priors").at(truth).get<double>(), 1e-12);
    for (int q = 0; q < figures.questions.size(); ++q) {
      // crowd-kit shows no probability below 1e-10, though it computes with them.
      const double shown = std::max(fit.Probability(q, t), 1e-10);
      EXPECT_NEAR(shown, expected.at("probas").at(figures.questions.Name(q)).at(truth).get<double>(), 1e-12);
    }
    for (int w = 0; w < figures.workers.size(); ++w) {
      const nlohmann::json& errors = expected.at("errors_worker_observed_true").at(figures.workers.Name(w));
      for (int o = 0; o < figures.labels.size(); ++o) {
        EXPECT_NEAR(fit.Error(w, o, t), errors.at(figures.labels.Name(o)).at(truth).get<double>(), 1e-12);
      }
    }
  }
  for (int q = 0; q < figures.questions.size(); ++q) {
    EXPECT_EQ(figures.labels.Name(fit.label_of_question[static_cast<std::size_t>(q)]),
              expected.at("labels").at(figures.questions.Name(q)).get<std::string>());
  }
  EXPECT_NEAR(LossARow(figures.table, fit), expected.at("loss_history").back().get<double>(), 1e-8);
}

TEST(CrowdKit, HasTheSameFiguresOnTheSmallTable) {
  CROWDCLUST_NEEDS_DATA(path, "labels_small.json");
  const Figures figures = ReadFigures(path);
  ExpectVotes(figures);
  for (const int sweeps : {1, 2, 5, 10, 100}) {
    ExpectFit(figures, "DawidSkene_" + std::to_string(sweeps) + "_exact");
  }
}

TEST(CrowdKit, HasTheSameFiguresOnTheSofterTable) {
  CROWDCLUST_NEEDS_DATA(path, "labels_soft.json");
  const Figures figures = ReadFigures(path);
  ExpectVotes(figures);
  for (const char* sweeps : {"1_exact", "10_exact", "100_exact", "100_tol1e-5"}) {
    ExpectFit(figures, std::string("DawidSkene_") + sweeps);
  }
}

}  // namespace
}  // namespace crowdclust
