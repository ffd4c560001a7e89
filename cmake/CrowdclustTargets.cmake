# One static library a folder, one test program a folder.

# crowdclust_library(NAME [USES folder…] [LINKS package…]): all .cc of the current folder.
# USES are the folders whose headers this one may include; they are visible to its users too.
# LINKS are third-party libraries that stay private to it.
function(crowdclust_library name)
  cmake_parse_arguments(ARG "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cc)
  add_library(crowdclust_${name} STATIC ${sources})
  target_link_libraries(crowdclust_${name} PUBLIC crowdclust_compiler PRIVATE ${ARG_LINKS})
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(crowdclust_${name} PUBLIC crowdclust_${used})
  endforeach()
endfunction()

# crowdclust_tests(NAME [USES folder…] [LINKS package…]): all *_test.cc of the current folder as one program.
function(crowdclust_tests name)
  cmake_parse_arguments(ARG "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *_test.cc)
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_tests ${sources})
  target_link_libraries(${name}_tests PRIVATE crowdclust_testing GTest::gmock GTest::gtest GTest::gtest_main
    ${ARG_LINKS})
  target_precompile_headers(${name}_tests REUSE_FROM crowdclust_testing)
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(${name}_tests PRIVATE crowdclust_${used})
  endforeach()
  gtest_discover_tests(${name}_tests TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT 1800
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
endfunction()
