#include "clustering/partition/item_mover.h"

#include <algorithm>
#include <cmath>

namespace crowdclust {
namespace {

// Draws clusters at one temperature. Weights are relative to that of a cluster of all items.
class Drawer {
 public:
  Drawer(double temperature, double concentration, const ItemScores& scores)
      : temperature_(temperature), concentration_(concentration) {
    const std::size_t items = scores.labels().size();
    log_size_.resize(items + 1);
    power_.resize(items + 1);
    for (std::size_t n = 1; n <= items; ++n) {
      log_size_[n] = std::log(static_cast<double>(n));
      power_[n] = std::exp((log_size_[n] - std::log(static_cast<double>(items))) / temperature);
    }
    shift_ = std::log(static_cast<double>(items)) / temperature;
    for (int slot = 0; slot < scores.num_slots(); ++slot) total_ += PowerOf(scores.size(slot));
  }

  void Draw(int item, Random* random, ItemScores* scores) {
    total_ -= PowerOf(scores->size(scores->label(item)));
    scores->TakeOut(item);
    total_ += PowerOf(scores->size(scores->label(item)));
    const int slot = Choose(scores->GainsOf(item), random, scores);
    total_ -= PowerOf(scores->size(slot));
    scores->PutIn(item, slot);
    total_ += PowerOf(scores->size(slot));
  }

 private:
  double PowerOf(int size) const { return power_[static_cast<std::size_t>(size)]; }

  int Choose(std::span<const ItemScores::Gain> gains, Random* random, ItemScores* scores) {
    double largest = 0;
    weight_.clear();
    double rest = total_;
    for (const ItemScores::Gain& gain : gains) {
      const int size = scores->size(gain.slot);
      weight_.push_back((log_size_[static_cast<std::size_t>(size)] + gain.value) / temperature_ - shift_);
      largest = std::max(largest, weight_.back());
      rest -= PowerOf(size);
    }
    const double scale = std::exp(-largest);
    double sum = 0;
    for (double& weight : weight_) {
      weight = std::exp(weight - largest);
      sum += weight;
    }
    const double empty = std::exp(std::log(concentration_) / temperature_ - shift_) * scale;
    rest = std::max(rest, 0.0) * scale;
    double left = random->Uniform() * (sum + empty + rest);
    for (std::size_t i = 0; i < weight_.size(); ++i) {
      if ((left -= weight_[i]) < 0) return gains[i].slot;
    }
    if ((left -= empty) < 0) return scores->EmptySlot();
    return ChooseOther(gains, left / scale, *scores);
  }

  // A slot that holds none of the companions, by its size; the last one where rounding leaves none.
  int ChooseOther(std::span<const ItemScores::Gain> gains, double left, const ItemScores& scores) {
    beside_.assign(static_cast<std::size_t>(scores.num_slots()), false);
    for (const ItemScores::Gain& gain : gains) beside_[static_cast<std::size_t>(gain.slot)] = true;
    int last = gains.empty() ? 0 : gains.front().slot;
    for (int slot = 0; slot < scores.num_slots(); ++slot) {
      if (beside_[static_cast<std::size_t>(slot)] || scores.size(slot) == 0) continue;
      last = slot;
      if ((left -= PowerOf(scores.size(slot))) < 0) break;
    }
    return last;
  }

  double temperature_, concentration_;
  double shift_ = 0;  // log weight of a cluster of all items
  double total_ = 0;  // power of the sizes of all slots
  std::vector<double> log_size_, power_;
  std::vector<double> weight_;
  std::vector<bool> beside_;
};

}  // namespace

void DrawItems(double temperature, double concentration, Random* random, ItemScores* scores) {
  Drawer drawer(temperature, concentration, *scores);
  for (const int item : random->Order(static_cast<int>(scores->labels().size())))
    drawer.Draw(item, random, scores);
}

int ImproveItems(double concentration, Random* random, ItemScores* scores) {
  const std::size_t items = scores->labels().size();
  std::vector<double> log_size(items + 1);  // 0 is an empty cluster
  log_size[0] = std::log(concentration);
  for (std::size_t n = 1; n <= items; ++n) log_size[n] = std::log(static_cast<double>(n));
  int moved = 0;
  std::vector<double> gain_of_slot;
  for (const int item : random->Order(static_cast<int>(items))) {
    const int before = scores->label(item);
    scores->TakeOut(item);
    const int empty = scores->EmptySlot();
    const auto gains = scores->GainsOf(item);
    gain_of_slot.assign(static_cast<std::size_t>(scores->num_slots()), 0);
    for (const ItemScores::Gain& gain : gains) gain_of_slot[static_cast<std::size_t>(gain.slot)] = gain.value;
    const auto score = [&](int slot) {
      return log_size[static_cast<std::size_t>(scores->size(slot))] +
             gain_of_slot[static_cast<std::size_t>(slot)];
    };
    // The best, the lowest at a tie: of its companions' clusters, of an empty one, or of the others the
    // largest.
    int best = empty;
    for (const ItemScores::Gain& gain : gains) {
      if (score(gain.slot) > score(best) || (score(gain.slot) == score(best) && gain.slot < best))
        best = gain.slot;
    }
    int largest = -1;
    for (int slot = 0; slot < scores->num_slots(); ++slot) {
      const bool other = scores->size(slot) > 0 && gain_of_slot[static_cast<std::size_t>(slot)] == 0;
      if (other && (largest < 0 || scores->size(slot) > scores->size(largest))) largest = slot;
    }
    if (largest >= 0 && (score(largest) > score(best) || (score(largest) == score(best) && largest < best)))
      best = largest;
    const int slot = score(before) >= score(best) - 1e-12 ? before : best;
    scores->PutIn(item, slot);
    moved += slot != before ? 1 : 0;
  }
  return moved;
}

}  // namespace crowdclust
