#include "hits/mturk_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>

namespace crowdclust {
namespace {

using ::testing::HasSubstr;

int CountOf(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  return static_cast<int>(
      std::distance(std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator()));
}

TEST(MturkPage, HasOneVariableAndNeedsOneScript) {
  const std::string page = MturkPage();
  EXPECT_EQ(CountOf(page, R"(\$\{)"), 1);
  EXPECT_THAT(page, HasSubstr("<textarea id=\"images\" hidden>${images}</textarea>"));
  EXPECT_EQ(CountOf(page, "https?://"), 1);
  EXPECT_THAT(page, HasSubstr("<script src=\"https://assets.crowd.aws/crowd-html-elements.js\">"));
}

TEST(MturkPage, SubmitsTheGroupsAloneByACrowdForm) {
  const std::string page = MturkPage();
  EXPECT_EQ(CountOf(page, "<crowd-form"), 1);
  EXPECT_EQ(CountOf(page, R"re( name="(?!viewport))re"), 1);
  EXPECT_THAT(page, HasSubstr("<input type=\"hidden\" name=\"groups\""));
  EXPECT_EQ(page.find("golden"), std::string::npos);
}

TEST(MturkPage, PutsNoNameOfAnItemIntoMarkup) {
  EXPECT_EQ(CountOf(MturkPage(), "innerHTML|insertAdjacentHTML|document\\.write|eval\\("), 0);
}

}  // namespace
}  // namespace crowdclust
