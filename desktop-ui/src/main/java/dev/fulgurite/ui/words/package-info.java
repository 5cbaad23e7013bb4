/// Every text of the window, by dotted key: [dev.fulgurite.ui.words.Words].
@NullMarked
package dev.fulgurite.ui.words;

import org.jspecify.annotations.NullMarked;
