#include "tools/interrupt.h"

#include <csignal>

namespace crowdclust::tools {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void Remember(int signal) {
  interrupted = 1;
  std::signal(signal, SIG_DFL);
}

}  // namespace

InterruptWatch::InterruptWatch() {
  interrupted = 0;
  std::signal(SIGINT, Remember);
  std::signal(SIGTERM, Remember);
}

InterruptWatch::~InterruptWatch() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool InterruptWatch::Interrupted() { return interrupted != 0; }

}  // namespace crowdclust::tools
