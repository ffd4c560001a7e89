#include "answers/answers.h"

namespace crowdclust {

std::int64_t NumPairs(const Answers& answers) {
  std::int64_t pairs = 0;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) pairs += PairsOf(answers.RowsOf(p));
  return pairs;
}

}  // namespace crowdclust
