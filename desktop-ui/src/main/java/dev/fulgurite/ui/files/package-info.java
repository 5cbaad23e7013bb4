/// The page of evidence files: [dev.fulgurite.ui.files.FilesView] shows what became of each, takes
/// new ones in and takes imports back. [dev.fulgurite.ui.files.OpenView] is where a graph is
/// chosen, [dev.fulgurite.ui.files.DropTarget] takes what is dropped on the window.
@NullMarked
package dev.fulgurite.ui.files;

import org.jspecify.annotations.NullMarked;
