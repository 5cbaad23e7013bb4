package dev.fulgurite.investigation.picture;

import java.util.Set;

/// What stands out on a picture.
///
/// @param members ids of the cards that belong to the alert; they have a ring
/// @param selected id of a card or line, `""` for none
/// @param hovered id of a card or line under the pointer, `""` for none
public record Look(Theme theme, Set<String> members, String selected, String hovered) {

    public Look {
        members = Set.copyOf(members);
    }

    public static Look plain(Theme theme) {
        return new Look(theme, Set.of(), "", "");
    }

    boolean lifts(Link link) {
        return selected.equals(link.id())
                || hovered.equals(link.id())
                || selected.equals(link.from())
                || selected.equals(link.to());
    }
}
