/// The window: [dev.fulgurite.ui.shell.ShellView] puts alerts, canvas and inspector together, and
/// [dev.fulgurite.ui.shell.ShellViewModel] opens the investigation and passes on between them what
/// was chosen, selected and walked.
@NullMarked
package dev.fulgurite.ui.shell;

import org.jspecify.annotations.NullMarked;
