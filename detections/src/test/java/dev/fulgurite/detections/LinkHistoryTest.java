package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is inferred follows from the evidence at hand, whatever was read and taken back before: it
/// is what links make of the same graph with nothing inferred in it. `-Dfulgurite.histories=N`
/// draws N of them instead of a few.
class LinkHistoryTest {

    private static final CypherLibrary LIBRARY = CypherLibrary.packaged();
    private static final int HISTORIES = Integer.getInteger("fulgurite.histories", 4);
    private static final int FILES = 8;
    private static final int EVENTS = 90;
    private static final int STEPS = 16;
    private static final List<String> HOSTS =
            List.of(
                    "d1=srv1.contoso.com",
                    "srv1",
                    "d2=srv2.contoso.com",
                    "srv2",
                    "srv2.contoso.com");
    private static final List<String> ACCOUNTS =
            List.of("contoso\\ann", "S-1-5-21-1=contoso\\ann", "contoso\\bob", "contoso.com\\bob");
    private static final List<String> CALLERS =
            List.of("ann@contoso.com", "oid1=ann@contoso.com", "oid2=ann@contoso.com", "oid3");

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_inferred_follows_from_the_evidence_and_not_from_its_history(long seed) {
        Random random = new Random(seed);
        InvestigationGraph graph = TestGraph.empty();
        for (int step = 0; step < STEPS; step++) {
            int file = random.nextInt(FILES);
            if (graph.ledger(sha256(file)).isEmpty()) {
                told(seed, file).storeIn(graph);
            } else {
                graph.undo(sha256(file));
            }
            if (random.nextInt(4) == 0) {
                TestGraph.detector().linkWhenDue(new StoppedAfter(random.nextInt(60)));
            }
            if (random.nextInt(4) > 0) {
                TestGraph.detector().link();
                assertAsAnew("seed " + seed + ", step " + step);
            }
        }
    }

    /// What names the machine of earlier records anew must reach these though the links that first
    /// knew were stopped.
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 20, 24, 30, 36, 44})
    void links_that_were_stopped_are_made_up_for(int stop) {
        new Estate(sha256(1))
                .command("10:00:00", "srv1", "powershell -File a.ps1", "Get-Date")
                .storeIn(TestGraph.empty());
        TestGraph.detector().link();
        new Estate(sha256(2))
                .command("10:00:01", "d1=srv1.contoso.com", "powershell -File a.ps1", "Get-Date")
                .storeIn(TestGraph.graph());

        TestGraph.detector().linkWhenDue(new StoppedAfter(stop));
        TestGraph.detector().linkWhenDue();

        assertAsAnew("stopped after " + stop);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, HISTORIES);
    }

    private static void assertAsAnew(String when) {
        List<String> stands = inferred();
        forget();
        TestGraph.detector().link();
        List<String> anew = inferred();
        List<String> lost = new ArrayList<>(anew);
        lost.removeAll(stands);
        List<String> left = new ArrayList<>(stands);
        left.removeAll(anew);
        assertThat(left).as("%s: should be gone, or be %s", when, lost).isEmpty();
        assertThat(lost).as("%s: should be there", when).isEmpty();
    }

    /// Nothing is inferred any more, and nothing is known to be linked.
    private static void forget() {
        Schema schema = new Schema(LIBRARY);
        for (CypherFile file : LIBRARY.files("schema")) {
            boolean type = schema.types().contains(file.id());
            if (file.head("kind").equals("derived")) {
                TestGraph.change(
                        (type ? "MATCH ()-[r:%s]->() DELETE r" : "MATCH (n:%s) DETACH DELETE n")
                                .formatted(file.id()));
            }
            for (String fact : schema.facts(file.id())) {
                TestGraph.change("MATCH (n:%s) SET n.%s = null".formatted(file.id(), fact));
            }
        }
        TestGraph.change("MATCH (f:EvidenceFile) SET f.linked = false");
    }

    private static List<String> inferred() {
        List<String> rows = new ArrayList<>();
        for (String statement :
                List.of(
                        "MATCH (n) WHERE NOT n:EvidenceFile AND NOT n:Linking"
                                + " RETURN labels(n) AS kind, n.key AS key, properties(n) AS properties",
                        "MATCH (a)-[r]->(b) WHERE NOT type(r) = 'SEEN_IN' RETURN type(r) AS kind,"
                                + " a.key AS a, b.key AS b, properties(r) AS properties")) {
            TestGraph.graph()
                    .scan(
                            Query.of(statement),
                            row -> {
                                Map<String, Object> sorted = new TreeMap<>(row.values());
                                Map<Object, Object> properties =
                                        new TreeMap<>((Map<?, ?>) sorted.get("properties"));
                                sorted.put("properties", properties);
                                rows.add(sorted.toString());
                            });
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static String sha256(int file) {
        return String.valueOf(file).repeat(64);
    }

    /// A file tells of some of the events; many are told of by several.
    private static Estate told(long seed, int file) {
        Estate estate = new Estate(sha256(file));
        Random chosen = new Random(seed * 100 + file);
        for (int number = 0; number < EVENTS; number++) {
            if (chosen.nextInt(8) == 0) {
                tell(estate.numbered(number), file % 2 == 1, new Random(seed * 1_000 + number));
            }
        }
        return estate;
    }

    private static void tell(Estate estate, boolean more, Random random) {
        String time = "10:%02d:%02d".formatted(random.nextInt(20), random.nextInt(60));
        String host = one(HOSTS, random);
        String account = one(ACCOUNTS, random);
        String address = "10.0.0." + (1 + random.nextInt(2));
        switch (random.nextInt(8)) {
            case 0, 1 -> operation(estate, more, time, address, random);
            case 2 ->
                    estate.file(
                            time,
                            host,
                            "script" + random.nextInt(2) + ".ps1",
                            random.nextInt(3),
                            "FileCreated");
            case 3, 4 -> command(estate, time, host, account, random);
            case 5 ->
                    estate.logon(
                            time,
                            account,
                            host,
                            "Network",
                            random.nextBoolean() ? "srv1" : "",
                            random.nextBoolean() ? address : "");
            case 6 ->
                    estate.process(
                            time,
                            host,
                            random.nextBoolean() ? "wsmprovhost.exe" : "powershell.exe",
                            random.nextInt(2),
                            7,
                            account);
            default ->
                    estate.connection(
                            time, host, random.nextBoolean(), address, "10.0.0.2", account);
        }
    }

    /// @param more tells some in a fuller form, of another caller
    private static void operation(
            Estate estate, boolean more, String time, String address, Random random) {
        String caller = one(CALLERS, random);
        boolean fuller = random.nextInt(3) == 0 && more;
        estate.activity(
                time,
                one(List.of("START", "SUCCESS", "FAILURE"), random),
                "c" + random.nextInt(4),
                fuller ? "oid4" : caller,
                address,
                Estate.vmId(Estate.SUBSCRIPTION, "srv" + (1 + random.nextInt(2))),
                Estate.RUN_COMMAND,
                fuller ? "srv1" : "");
    }

    private static void command(
            Estate estate, String time, String host, String account, Random random) {
        String script = "powershell -File script" + random.nextInt(2) + ".ps1";
        String name = one(List.of("Get-Date", "Invoke-Command"), random);
        switch (random.nextInt(4)) {
            case 0 -> estate.command(time, host, script, name, "powershell.exe", account, Map.of());
            case 1 ->
                    estate.command(
                            time,
                            host,
                            script,
                            name,
                            "powershell.exe",
                            account,
                            Map.of(
                                    "processId",
                                    (long) random.nextInt(2),
                                    "processCreated",
                                    Estate.time("10:%02d:00".formatted(random.nextInt(20)))));
            case 2 ->
                    estate.command(
                            time,
                            host,
                            "wsmprovhost.exe -Embedding",
                            name,
                            "wsmprovhost.exe",
                            "winrm virtual users\\va",
                            Map.of(
                                    "hostId",
                                    "h" + random.nextInt(2),
                                    "runspaceId",
                                    "r",
                                    "hostName",
                                    "ServerRemoteHost",
                                    "user",
                                    "WinRM Virtual Users\\va",
                                    "connectedUser",
                                    account.substring(account.indexOf('=') + 1)
                                            .toUpperCase(Locale.ROOT)));
            default ->
                    estate.record(
                            time,
                            host,
                            400,
                            "h" + random.nextInt(2),
                            random.nextBoolean() ? "r" : "");
        }
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
