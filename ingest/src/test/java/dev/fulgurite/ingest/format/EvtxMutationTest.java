package dev.fulgurite.ingest.format;

import static dev.fulgurite.ingest.format.EvtxXml.attribute;
import static dev.fulgurite.ingest.format.EvtxXml.element;
import static dev.fulgurite.ingest.format.EvtxXml.gap;
import static dev.fulgurite.ingest.format.EvtxXml.nested;
import static dev.fulgurite.ingest.format.EvtxXml.string;
import static dev.fulgurite.ingest.format.EvtxXml.strings;
import static dev.fulgurite.ingest.format.EvtxXml.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ingest.format.EvtxXml.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Damages event logs in every way there is and reads them whole. `-Dfulgurite.mutants=100000` does
/// it that often, on recorded logs too where they lie beside the checkout.
class EvtxMutationTest {

    private static final int MUTANTS = Integer.getInteger("fulgurite.mutants", 3_000);
    private static final long SEED = Long.getLong("fulgurite.seed", 20_261_121);
    private static final int LONGEST = 16 << 20;
    private static final int SMALLEST_RECORD = 28;
    private static final byte[] TELLING = {
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        0x21,
        0x41,
        0x46,
        0x7f,
        (byte) 0x80,
        (byte) 0x81,
        (byte) 0xa1,
        (byte) 0xff
    };

    @Test
    void no_damage_ends_in_anything_but_records_and_rejects() throws IOException {
        List<byte[]> seeds = seeds();
        for (int i = 0; i < MUTANTS; i++) {
            Random random = new Random(SEED + i);
            byte[] mutant = mutant(seeds.get(i % seeds.size()), random);
            LogFormat format = i % 2 == 0 ? LogFormat.EVTX : LogFormat.EVTX_AND_SLACK;
            try {
                readWhole(mutant, format);
            } catch (Exception | StackOverflowError | OutOfMemoryError uncaught) {
                throw new AssertionError("mutant " + i + " of seed " + SEED, uncaught);
            }
        }
    }

    private static void readWhole(byte[] file, LogFormat format) throws IOException {
        RecordReader reader = format.open(new ByteArrayInputStream(file));
        int count = 0;
        for (Reading next = reader.next(); next != null; next = reader.next()) {
            count++;
            Place place = next.place();
            assertThat(place.offset() + place.length()).isLessThanOrEqualTo(file.length);
            if (next instanceof LogRecord record) {
                for (String name : record.columns().names()) {
                    assertThat(record.columns().text(name).length()).isLessThan(LONGEST);
                }
            }
        }
        assertThat(count).isLessThanOrEqualTo(file.length / SMALLEST_RECORD + 1);
    }

    private static byte[] mutant(byte[] seed, Random random) {
        byte[] mutant = seed.clone();
        int used = used(mutant);
        for (int damage = 1 + random.nextInt(6); damage > 0; damage--) {
            int at = random.nextInt(used);
            int left = used - at;
            switch (random.nextInt(6)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = TELLING[random.nextInt(TELLING.length)];
                case 2 -> number(mutant, at, random.nextInt(EvtxChunkWriter.SIZE), left);
                case 3 -> number(mutant, at, random.nextInt(), left);
                case 4 -> {
                    int length = Math.min(left, random.nextInt(200));
                    int from = random.nextInt(used - length);
                    System.arraycopy(mutant, from, mutant, at, length);
                }
                default -> {
                    byte filler = TELLING[random.nextInt(TELLING.length)];
                    Arrays.fill(mutant, at, at + Math.min(left, random.nextInt(40)), filler);
                }
            }
        }
        return random.nextInt(20) == 0
                ? Arrays.copyOf(mutant, random.nextInt(mutant.length))
                : mutant;
    }

    private static void number(byte[] bytes, int at, int number, int left) {
        for (int i = 0; i < Math.min(4, left); i++) {
            bytes[at + i] = (byte) (number >> (8 * i));
        }
    }

    /// Behind the last byte that is not zero: damage is for what is there.
    private static int used(byte[] bytes) {
        int used = bytes.length;
        while (used > 1 && bytes[used - 1] == 0) {
            used--;
        }
        return used;
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>(List.of(scripts(), lists(), plain()));
        if (MUTANTS > 10_000) {
            Path shared =
                    Path.of(
                            Objects.requireNonNullElse(
                                    System.getProperty("fulgurite.shared"), "../../shared"));
            if (Files.isDirectory(shared.resolve("data/evtx"))) {
                try (Stream<Path> files = Files.list(shared.resolve("data/evtx"))) {
                    for (Path file : files.sorted().toList()) {
                        byte[] bytes = Files.readAllBytes(file);
                        seeds.add(Arrays.copyOf(bytes, Math.min(bytes.length, 2 << 16)));
                    }
                }
            }
        }
        return seeds;
    }

    /// Without the file's header, which a reader hardly looks at.
    private static byte[] scripts() {
        EvtxChunkWriter chunk = new EvtxChunkWriter();
        for (int i = 1; i <= 5; i++) {
            EvtxWriter.script(chunk, i, "Get-Process " + i);
        }
        int end = chunk.position();
        EvtxWriter.script(chunk, 6, "old");
        return chunk.bytesWithSlackFrom(end);
    }

    private static byte[] lists() {
        Template data =
                new Template(
                        5,
                        element(
                                "EventData",
                                element("Data", gap(0)),
                                element("Data", attribute("Name", text("a")), gap(1)),
                                element("Sid", gap(2)),
                                gap(3)));
        EvtxChunkWriter chunk = new EvtxChunkWriter();
        for (int i = 1; i <= 4; i++) {
            EvtxWriter.event(
                    chunk,
                    i,
                    400,
                    nested(
                            data,
                            strings("a", "b", "", "c"),
                            string("text"),
                            EvtxXml.bytes(0x13, (byte) 1, (byte) 0, (byte) 0, (byte) 0),
                            nested(new Template(7, element("x", gap(0))), string("deep"))));
        }
        return chunk.bytes();
    }

    private static byte[] plain() {
        EvtxChunkWriter chunk = new EvtxChunkWriter();
        for (int i = 1; i <= 4; i++) {
            chunk.record(
                    i,
                    EvtxWriter.plainEvent(
                            i,
                            element(
                                    "UserData",
                                    element("x", attribute("k", text("v")), text("text")),
                                    element("y", element("z", text("inner"))))));
        }
        return chunk.bytes();
    }
}
