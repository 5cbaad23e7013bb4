/// Work off the window's own thread ([dev.fulgurite.ui.work.Work]) and what is told when it fails
/// ([dev.fulgurite.ui.work.Failure]).
@NullMarked
package dev.fulgurite.ui.work;

import org.jspecify.annotations.NullMarked;
