// Card sorts: every worker sorts all cards once.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the sorts of a table with the columns card_id,card_label,category_id,category_label,user_id in any
// order, a row a card of a user, as Casolysis has them; other columns are named in the intake. The item is
// the card's label, or its id where there is none; the worker is the user. All rows of a user, wherever they
// stand, are one assignment without a HIT. A category is told by its id within the user, and by its label
// where there is no id: two of one label are two groups, a row without both is a card without a group. The
// group's word is its label, or its id where there is none. One
// column of cards, one of categories and user_id are needed. Throws InputError with file and line, also for
// an id with two labels of one user. Time O(rows), memory 20 bytes a row and the names.
void ReadCardSort(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
