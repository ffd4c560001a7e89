// Which file an error is about, where what throws it does not know.
#pragma once

#include <string>

#include "base/error.h"

namespace crowdclust::tools {

// What `work` returns. An InputError of it gets the file's name in front.
template <typename Work>
auto NamingFile(const std::string& file, const Work& work) {
  try {
    return work();
  } catch (const InputError& error) {
    throw InputError(file + ": " + error.what());
  }
}

}  // namespace crowdclust::tools
