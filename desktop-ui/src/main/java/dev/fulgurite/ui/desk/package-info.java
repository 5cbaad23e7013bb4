/// The page where a case is worked: queue, story, canvas, inspector.
@NullMarked
package dev.fulgurite.ui.desk;

import org.jspecify.annotations.NullMarked;
