/// What the window remembers from one start to the next: [dev.fulgurite.ui.memory.Memory].
@NullMarked
package dev.fulgurite.ui.memory;

import org.jspecify.annotations.NullMarked;
