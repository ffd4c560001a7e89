// The methods on the co-association, the project's rivals.
#pragma once

#include "clustering/find_by.h"

namespace crowdclust {

// Each finds the number of clusters by held-out likelihood (ChooseCount) where the options force none.
Finding FindByLinkage(const Study& study);
Finding FindBySpectrum(const Study& study);
Finding FindByMajority(const Study& study);

}  // namespace crowdclust
