# How everything is compiled: the language, the warnings, the floating point rules.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# -O2 for all; the kernels and factors where -O3 is measured to help ask for it themselves.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

add_library(crowdclust_compiler INTERFACE)
target_include_directories(crowdclust_compiler INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(crowdclust_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  # GCC 12 warns of "text" + std::to_string(i) without cause (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${CROWDCLUST_WERROR}>:-Werror>
  # Equal bits for equal input: no fused multiply-add that depends on how a loop was inlined.
  -ffp-contract=off)
if(CROWDCLUST_SANITIZE)
  target_compile_options(crowdclust_compiler INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
    # The sanitizers' checks hide from GCC that the standard library initialises its own members.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(crowdclust_compiler INTERFACE -fsanitize=address,undefined)
endif()
