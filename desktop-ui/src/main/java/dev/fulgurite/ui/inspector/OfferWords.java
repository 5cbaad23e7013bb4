package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.words.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much a pivot would bring, in words.
public final class OfferWords {

    private OfferWords() {}

    /// `41`, or `696+` when not all records were looked at.
    public static String count(PivotOffer offer) {
        return offer.more() ? offer.count() + "+" : Long.toString(offer.count());
    }

    /// What stands out of them: `12 in this hour, 3 rare`; `""` when nothing does.
    ///
    /// @param brushed whether those in the brushed time were counted, which is told even of none
    public static String outstanding(PivotOffer offer, boolean brushed) {
        String hour = offer.near() > 0 ? Words.of("offer.near", offer.near()) : "";
        return Stream.of(
                        brushed ? Words.of("offer.brushed", offer.near()) : hour,
                        offer.rare() > 0 && offer.rare() < offer.count()
                                ? Words.of("offer.rare", offer.rare())
                                : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
