#include "clustering/others_views.h"

#include <algorithm>
#include <span>

#include "clustering/baselines/item_meetings.h"

namespace crowdclust {
namespace {

// What the view of one assignment gains by the pairs of one of its items.
void AddItem(std::span<const int> items, std::span<const int> groups, int item, const Clustering& clustering,
             const double* rate, const ItemMeetings& meetings, OthersView* view) {
  const int group = groups[static_cast<std::size_t>(std::ranges::find(items, item) - items.begin())];
  double row = 0;
  for (std::size_t b = 0; b < items.size(); ++b) {
    if (items[b] == item) continue;
    const auto other = static_cast<std::size_t>(items[b]);
    const ItemMeetings::Count& count = meetings.with[other];
    const bool own = groups[b] == group;
    const double of_clusters = rate[clustering.cluster_of_item[other]];
    // seen counts the own answer: + 1 - 1
    const double share = (count.same - own + of_clusters) / count.seen - of_clusters;
    row += share;
    view->moments.squares += share * share;
    if (own) view->within += share;
  }
  view->moments.total += row;
  view->moments.rows += row * row;
}

}  // namespace

std::vector<OthersView> ViewsOfOthers(const Answers& answers, const Clustering& clustering,
                                      const Eigen::MatrixXd& rate) {
  const ItemPlaces places = PlaceItems(answers);
  ItemMeetings meetings = NoMeetings(answers.num_items());
  std::vector<OthersView> views(static_cast<std::size_t>(answers.num_assignments()));
  for (int item = 0; item < answers.num_items(); ++item) {
    CountMeetings(answers, places, item, &meetings);
    const double* of_cluster = rate.col(clustering.cluster_of_item[static_cast<std::size_t>(item)]).data();
    for (const int p : places.AssignmentsOf(item))
      AddItem(answers.ItemsOf(p), answers.GroupsOf(p), item, clustering, of_cluster, meetings,
              &views[static_cast<std::size_t>(p)]);
  }
  return views;
}

}  // namespace crowdclust
