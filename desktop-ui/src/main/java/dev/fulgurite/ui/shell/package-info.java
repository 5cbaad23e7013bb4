/// The window: [dev.fulgurite.ui.shell.ShellView] shows one page at a time, and
/// [dev.fulgurite.ui.shell.ShellViewModel] opens the investigation that all pages work on.
@NullMarked
package dev.fulgurite.ui.shell;

import org.jspecify.annotations.NullMarked;
