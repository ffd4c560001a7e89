// What a simulated crowd is like.
#pragma once

namespace crowdclust {

// Three kinds of workers. Of all workers, round(spammer_share * workers) group without looking and
// round(second_label_share * workers) follow the truth's second label; the others follow its first label, and
// of these others round(lumper_share * others) are lumpers and round(splitter_share * others) splitters (a
// worker can be both). Who is what is drawn; how many are is exact.
struct CrowdDescription {
  int workers = 40;                // 1 to 1,000,000
  int assignments_per_worker = 0;  // at most that many each; 0 = no limit
  double spammer_share = 0;        // 0 to 1; with second_label_share at most 1
  double second_label_share = 0;   // 0 to 1
  double lumper_share = 0;         // 0 to 1, of the workers who follow the first label
  double lump_share = 0;      // 0 to 1: chance that a lumper sees a label as one with another random label
  double splitter_share = 0;  // 0 to 1, of the workers who follow the first label
  double split_share = 0;     // 0 to 1: chance that a splitter splits a label by the second label

  // Chance that a worker (no spammer) puts an item into a wrong group: any other group that the worker uses
  // in the HIT, or a new one, each as likely. Every worker draws it from a Beta distribution with mean
  // `noise` and standard deviation `noise_spread`; 0 gives all workers the same.
  double noise = 0;         // 0 to 1
  double noise_spread = 0;  // 0 to 0.9 sqrt(noise (1 - noise)); no share spreads by more than that root

  // Items that are hard for everybody: round(hard_item_share * items of the truth), drawn. A worker (no
  // spammer) errs on them with chance hard_item_noise, or with its own where that is more.
  double hard_item_share = 0;  // 0 to 1
  double hard_item_noise = 0;  // 0 to 1

  // Seconds an assignment takes: log-normal, with these means and `seconds_spread` as the standard deviation
  // of their logarithm; 0 makes all equal.
  double seconds_mean = 60;          // 0.1 to 1,000,000
  double seconds_spread = 0.4;       // 0 to 3
  double spammer_seconds_mean = 10;  // 0.1 to 1,000,000

  double skip_share = 0;  // 0 to 1: chance that an item is left without a group, by whatever worker
};

}  // namespace crowdclust
