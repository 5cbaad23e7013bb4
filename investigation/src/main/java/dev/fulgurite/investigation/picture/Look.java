package dev.fulgurite.investigation.picture;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands out on a picture, and what steps back.
///
/// @param members ids of the cards that belong to the alert; they have a ring
/// @param selected ids of cards or lines
/// @param hovered id of a card or line under the pointer, `""` for none
/// @param dimmed ids of cards that step back; so do lines with one at an end
/// @param badges what the analyst put on cards, by id
/// @param holes what the logs do not hold, in words, by the id of the card or line it falls on;
///   these are hatched
public record Look(
        Theme theme,
        Set<String> members,
        Set<String> selected,
        String hovered,
        Set<String> dimmed,
        Map<String, Badge> badges,
        Map<String, List<String>> holes) {

    /// What an analyst put on a card.
    public record Badge(List<String> tags, String note, boolean pinned) {
        public Badge {
            tags = List.copyOf(tags);
        }
    }

    public Look {
        members = Set.copyOf(members);
        selected = Set.copyOf(selected);
        dimmed = Set.copyOf(dimmed);
        badges = Map.copyOf(badges);
        holes = Map.copyOf(holes);
    }

    public static Look plain(Theme theme) {
        return new Look(theme, Set.of(), Set.of(), "", Set.of(), Map.of(), Map.of());
    }

    boolean lifts(Link link) {
        return hovered.equals(link.id())
                || (!selected.isEmpty()
                        && (selected.contains(link.id())
                                || selected.contains(link.from())
                                || selected.contains(link.to())));
    }

    boolean dims(Link link) {
        return !dimmed.isEmpty() && (dimmed.contains(link.from()) || dimmed.contains(link.to()));
    }
}
