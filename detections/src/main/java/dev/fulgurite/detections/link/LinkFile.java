package dev.fulgurite.detections.link;

import dev.fulgurite.graph.cypher.CypherFile;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A file of `cypher/links` with its four statements by name.
record LinkFile(CypherFile file) {

    private static final Pattern TYPE = Pattern.compile("[A-Z_]+");

    LinkFile {
        if (file.statements().size() != 4) {
            throw file.refused(
                    1,
                    "a link has four statements: what holds, what stands, write $rows, remove $ids");
        }
    }

    String id() {
        return file.id();
    }

    String whatHolds() {
        return file.statement(0);
    }

    String whatStands() {
        return file.statement(1);
    }

    String write() {
        return file.statement(2);
    }

    String remove() {
        return file.statement(3);
    }

    List<String> needs() {
        return file.headList("needs");
    }

    /// What the link looks at one by one, `""` when it is made at once for all: a file of
    /// `cypher/touched` by that name tells which are to be looked at. Of `machine` its first two
    /// statements take `$machines`, a few at a time.
    String per() {
        return file.head("per");
    }

    /// Whether it tells that two names are one machine, account or caller: then what happened long
    /// ago may look another way now.
    boolean tellsWhatIsOne() {
        return per().isEmpty()
                && file.headList("adds").stream()
                        .anyMatch(added ->
                                Set.of("SAME_AS", "IS", "Host.machine").contains(added)
                                        || added.endsWith(".identity"));
    }

    /// A link that adds only relationships creates them: a changed one is removed first. Nodes and
    /// facts are changed in place, so that what hangs on them stays.
    boolean addsOnlyRelationships() {
        return file.headList("adds").stream().allMatch(TYPE.asMatchPredicate());
    }
}
