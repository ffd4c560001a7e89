#include "hits/picture_name.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(PictureName, AddressesAndFilesOfPictures) {
  for (const char* item :
       {"https://x.org/1", "s3://bucket/1.png", "//x.org/1", "data:image/png;base64,AA", "shoe.png",
        "SHOE.JPG", "a/b.jpeg", "a.gif", "a.webp", "a.svg", "a.avif", "a.bmp"}) {
    EXPECT_TRUE(IsPictureName(item)) << item;
  }
}

TEST(PictureName, AllElseIsText) {
  for (const char* item : {"apple", "png", "shoe.png.txt", "a / b", "data:text/plain,a", ""})
    EXPECT_FALSE(IsPictureName(item)) << item;
}

}  // namespace
}  // namespace crowdclust
