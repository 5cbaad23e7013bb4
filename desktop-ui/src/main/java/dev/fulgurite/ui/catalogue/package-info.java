/// The detections: what each is and whether it can see ([dev.fulgurite.ui.catalogue.CatalogueView]
/// shows what [dev.fulgurite.ui.catalogue.CatalogueViewModel] holds), a run by hand
/// ([dev.fulgurite.ui.catalogue.Trial]), and the analyst's own rules
/// ([dev.fulgurite.ui.catalogue.Editor]).
@NullMarked
package dev.fulgurite.ui.catalogue;

import org.jspecify.annotations.NullMarked;
