#include "clustering/baselines/co_association.h"

#include <algorithm>

#include "clustering/baselines/item_meetings.h"

namespace crowdclust {

CoAssociation CountCoAssociation(const Answers& answers) {
  const ItemPlaces places = PlaceItems(answers);
  ItemMeetings meetings = NoMeetings(answers.num_items());
  CoAssociation found;
  found.base_rate = ShareTogether(answers);
  found.first_meeting.push_back(0);
  for (int item = 0; item < answers.num_items(); ++item) {
    CountMeetings(answers, places, item, &meetings);
    std::ranges::sort(meetings.companion);
    for (const int other : meetings.companion) {
      const ItemMeetings::Count& count = meetings.with[static_cast<std::size_t>(other)];
      found.meeting.push_back({other, count.seen, count.same});
    }
    found.first_meeting.push_back(static_cast<std::int64_t>(found.meeting.size()));
  }
  return found;
}

}  // namespace crowdclust
