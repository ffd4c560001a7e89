// Which form a table of answers has.
#pragma once

#include <span>
#include <string_view>

#include "answers/answers_format.h"

namespace crowdclust {

// By the columns of its header; a table that fits no other form is the long table. The others are
// card sort:   user_id, card_id or card_label, category_id or category_label;
// triples:     worker, a, b, c, odd;
// pairs:       worker, a, b, same;
// crowd-kit:   task, label, worker or performer; neither item nor group;
// wide:        `item` first, then two or more of which none is a column that another table of ours has;
// wide-workers: the same with `worker` first.
AnswersFormat FormatOfColumns(std::span<const std::string_view> columns);

}  // namespace crowdclust
