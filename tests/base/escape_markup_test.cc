#include "base/escape_markup.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(EscapeMarkup, WhatMeansSomethingIsAReference) {
  EXPECT_EQ(EscapeMarkup("a<b>&\"c\" 'd'\t\n\r"), "a&lt;b&gt;&amp;&quot;c&quot; &#39;d&#39;&#9;&#10;&#13;");
}

TEST(EscapeMarkup, AllElseStays) {
  EXPECT_EQ(EscapeMarkup(""), "");
  EXPECT_EQ(EscapeMarkup("图 é ${x} 1/2"), "图 é ${x} 1/2");
}

TEST(EscapeMarkup, WhatIsEscapedIsEscapedAgain) { EXPECT_EQ(EscapeMarkup("&amp;"), "&amp;amp;"); }

}  // namespace
}  // namespace crowdclust
