package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// When what is shown happened, lane by lane.
///
/// @param lanes cloud, accounts, hosts: in the order in which something first happened there
/// @param moments in the order of time, the first [#MOST] of them
/// @param blanks what no log holds
/// @param total how many moments there are; counted up to [#COUNTED], which then means "or more"
public record Timeline(List<Lane> lanes, List<Moment> moments, List<Blank> blanks, long total) {

    /// More moments are not shown.
    public static final int MOST = 100_000;

    /// More moments are not counted.
    public static final int COUNTED = 200_000;

    public static final Timeline EMPTY = new Timeline(List.of(), List.of(), List.of(), 0);

    /// Where something happened.
    ///
    /// @param id the same for all names of one machine or one account
    public record Lane(Place place, String id, String name) {}

    public enum Place {
        CLOUD,
        ACCOUNT,
        HOST
    }

    /// One event, or a session's or operation's time.
    ///
    /// @param until the end of what lasts; otherwise the same as `at`
    /// @param words what happened
    /// @param node what stands for it among the nodes shown
    /// @param about all nodes shown that it tells of
    /// @param ref the node (`Label:key`) or relationship (`TYPE:id`) to ask for its record by
    public record Moment(
            Instant at,
            Instant until,
            Lane lane,
            String words,
            NodeRef node,
            Set<NodeRef> about,
            String ref) {

        public Moment {
            about = Set.copyOf(about);
        }
    }

    /// A time of which a log of the lane tells nothing.
    public record Blank(Lane lane, Instant from, Instant to, String told) {}

    public Timeline {
        lanes = List.copyOf(lanes);
        moments = List.copyOf(moments);
        blanks = List.copyOf(blanks);
    }

    public boolean cut() {
        return moments.size() < total;
    }
}
