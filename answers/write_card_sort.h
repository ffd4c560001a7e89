// Answers as a card sort.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// card_id, card_label, category_id, category_label, user_id, as Casolysis has them: a row a card of a user.
// Cards are numbered from 1 in order of first appearance, categories from 1 within a user; an item without a
// group has no category. Every assignment is a user of its own, named as UserNames does. HITs, ids, seconds,
// statuses and golden marks are not held. Holds the names of items and users.
AnswersWriter WriteCardSort(const WriterOutput& output);

}  // namespace crowdclust
