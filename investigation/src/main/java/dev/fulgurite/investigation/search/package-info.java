/// Finding things by what an analyst types or pastes: [dev.fulgurite.investigation.search.Search].
@NullMarked
package dev.fulgurite.investigation.search;

import org.jspecify.annotations.NullMarked;
