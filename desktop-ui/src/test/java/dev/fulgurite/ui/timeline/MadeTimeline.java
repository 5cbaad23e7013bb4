package dev.fulgurite.ui.timeline;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Timeline;
import dev.fulgurite.investigation.Timeline.Blank;
import dev.fulgurite.investigation.Timeline.Lane;
import dev.fulgurite.investigation.Timeline.Moment;
import dev.fulgurite.investigation.Timeline.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Timelines that no log told.
final class MadeTimeline {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final Lane CLOUD = new Lane(Place.CLOUD, "cloud", "Cloud");
    static final Lane SRV1 = new Lane(Place.HOST, "Host:srv1", "srv1.corp.contoso.com");
    static final Lane BOB = new Lane(Place.ACCOUNT, "Account:bob", "contoso\\bob.adm");
    static final NodeRef OPERATION = new NodeRef("Operation", "o1");
    static final NodeRef WHOAMI = new NodeRef("Command", "whoami");
    static final NodeRef HOST = new NodeRef("Host", "srv1");

    private MadeTimeline() {}

    /// An operation, a logon and a command, a minute apart, and a gap of the host.
    static Timeline small() {
        return of(
                List.of(
                        moment(0, CLOUD, "runCommand: accepted", OPERATION),
                        moment(60, BOB, "bob logged on to srv1", HOST),
                        moment(120, SRV1, "ran whoami", WHOAMI)),
                List.of(
                        new Blank(
                                SRV1,
                                START.plusSeconds(20),
                                START.plusSeconds(100),
                                "Security of srv1: nothing between")));
    }

    /// Many events in bursts over ten days.
    static Timeline dense(int count) {
        Random random = new Random(5);
        List<Lane> lanes = List.of(CLOUD, BOB, SRV1);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double day = random.nextInt(10) + random.nextGaussian() * 0.12 + 0.5;
            Lane lane = lanes.get(random.nextInt(3));
            moments.add(moment(Math.round(day * 86_400), lane, "event " + i, HOST));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return of(moments, List.of());
    }

    private static Timeline of(List<Moment> moments, List<Blank> blanks) {
        return new Timeline(List.of(CLOUD, BOB, SRV1), moments, blanks, moments.size());
    }

    private static Moment moment(long seconds, Lane lane, String words, NodeRef node) {
        Instant at = START.plusSeconds(seconds);
        return new Moment(at, at, lane, words, node, Set.of(node), node.toString());
    }
}
