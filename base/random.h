// Random numbers that are the same on every machine, thread and standard library.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace crowdclust {

// A counter-based generator (Philox4x32-10; Salmon et al., SC 2011) with its own distributions, since those
// of the standard library differ between implementations. Streams of one seed are independent.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  std::uint64_t Next();                             // 64 random bits
  double Uniform();                                 // in [0, 1), 53 bits
  int Below(int count);                             // in 0..count-1, without bias; count >= 1
  bool Chance(double probability);                  // true with this probability
  double Normal();                                  // mean 0, variance 1 (Box and Muller)
  double Gamma(double shape);                       // mean `shape`, shape > 0 (Marsaglia and Tsang, 2000)
  double Beta(double a, double b);                  // a, b > 0
  int Discrete(const std::vector<double>& weight);  // index with chance by weight; sum of weights > 0

  // 0..count-1, every order equally likely.
  std::vector<int> Order(int count);

  // Every order equally likely (Fisher and Yates).
  template <typename T>
  void Shuffle(std::vector<T>* values) {
    for (std::size_t left = values->size(); left > 1; --left) {
      const auto chosen = static_cast<std::size_t>(Below(static_cast<int>(left)));
      std::swap((*values)[left - 1], (*values)[chosen]);
    }
  }

 private:
  std::array<std::uint32_t, 2> key_;
  std::uint64_t stream_;
  std::uint64_t block_ = 0;
  std::array<std::uint64_t, 2> words_{};
  int words_left_ = 0;
};

}  // namespace crowdclust
