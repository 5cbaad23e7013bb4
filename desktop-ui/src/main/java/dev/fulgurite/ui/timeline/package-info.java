/// When what is on the canvas happened: [dev.fulgurite.ui.timeline.TimelineView] shows what
/// [dev.fulgurite.ui.timeline.TimelineViewModel] holds.
@NullMarked
package dev.fulgurite.ui.timeline;

import org.jspecify.annotations.NullMarked;
