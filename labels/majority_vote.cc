#include "labels/majority_vote.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <span>

namespace crowdclust {

MajorityVote CountVotes(const LabelTable& table) {
  assert(IsConsistent(table));
  const auto num_questions = static_cast<std::size_t>(table.num_questions);
  const auto num_labels = static_cast<std::size_t>(table.num_labels);
  std::vector<std::int64_t> votes(num_questions * num_labels);
  for (std::size_t r = 0; r < table.label_of_row.size(); ++r) {
    const auto question = static_cast<std::size_t>(table.question_of_row[r]);
    ++votes[question * num_labels + static_cast<std::size_t>(table.label_of_row[r])];
  }

  MajorityVote vote{.share = std::vector<double>(votes.size()),
                    .label_of_question = std::vector<int>(num_questions, -1),
                    .is_tied = std::vector<bool>(num_questions)};
  for (std::size_t question = 0; question < num_questions; ++question) {
    const std::span counts = std::span(votes).subspan(question * num_labels, num_labels);
    std::int64_t all = 0;
    for (const std::int64_t count : counts) all += count;
    if (all == 0) continue;
    for (std::size_t label = 0; label < num_labels; ++label) {
      vote.share[question * num_labels + label] =
          static_cast<double>(counts[label]) / static_cast<double>(all);
    }
    const auto most = std::ranges::max_element(counts);
    vote.label_of_question[question] = static_cast<int>(most - counts.begin());
    vote.is_tied[question] = std::ranges::count(counts, *most) > 1;
  }
  return vote;
}

}  // namespace crowdclust
