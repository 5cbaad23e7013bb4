package dev.fulgurite.bench;

import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogFormat;
import dev.fulgurite.ingest.format.LogRecord;
import dev.fulgurite.ingest.format.Reading;
import dev.fulgurite.ingest.format.RecordReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.CRC32;

/// How fast Windows event logs are read, beside `evtxexport` of libevtx: `EvtxLoad FILE MEGABYTES
/// FOLDER`. The file is grown to that size by repeating its chunks, unless that was done before.
/// The first line is the colder one: drop the page cache before a second start for a really cold
/// one.
public final class EvtxLoad {

    private static final int HEADER = 4096;
    private static final int CHUNK = 1 << 16;
    private static final int CHECKED = 120;
    private static final int ROUNDS = 3;

    private EvtxLoad() {}

    /// Leaves the grown file in the folder.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path grown = Path.of(arguments[2]).resolve("grown.evtx");
        grow(Path.of(arguments[0]), Long.parseLong(arguments[1]) << 20, grown);
        for (int round = 1; round <= ROUNDS; round++) {
            Measured.of("our reader, round " + round, Files.size(grown), () -> read(grown)).print();
        }
        export(grown);
    }

    /// Every record is taken as far as its columns, as a source would.
    private static long read(Path file) throws IOException {
        long records = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            RecordReader reader = LogFormat.EVTX.open(in);
            for (Reading next = reader.next(); next != null; next = reader.next()) {
                if (next instanceof LogRecord record && isTaken(record)) {
                    records++;
                }
            }
        }
        return records;
    }

    private static boolean isTaken(LogRecord record) {
        Columns system = record.columns().object("Event").object("System");
        return !system.text("EventRecordID").isEmpty() && !system.text("Channel").isEmpty();
    }

    private static void export(Path file) throws IOException, InterruptedException {
        Process process;
        long began = System.nanoTime();
        try {
            process =
                    new ProcessBuilder("evtxexport", file.toString())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException absent) {
            System.out.println("evtxexport is not installed (Debian: libevtx-utils)");
            return;
        }
        long records = 0;
        try (InputStream in = process.getInputStream()) {
            // The words that begin each record of its output.
            records = count(in, "Event number");
        }
        process.waitFor();
        Duration clock = Duration.ofNanos(System.nanoTime() - began);
        Duration processors = process.info().totalCpuDuration().orElse(clock);
        new Measured("evtxexport", records, Files.size(file), clock, processors).print();
    }

    private static long count(InputStream in, String line) throws IOException {
        byte[] begin = line.getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[CHUNK];
        long count = 0;
        int matched = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == begin[matched] ? matched + 1 : buffer[i] == begin[0] ? 1 : 0;
                if (matched == begin.length) {
                    count++;
                    matched = 0;
                }
            }
        }
        return count;
    }

    private static void grow(Path from, long size, Path to) throws IOException {
        byte[] all = Files.readAllBytes(from);
        int chunks = (all.length - HEADER) / CHUNK;
        int times = (int) Math.max(1, size / ((long) chunks * CHUNK));
        if (Files.exists(to) && Files.size(to) == HEADER + (long) chunks * times * CHUNK) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(all, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(16, (long) chunks * times - 1);
        header.putShort(42, (short) (chunks * times));
        CRC32 checksum = new CRC32();
        checksum.update(all, 0, CHECKED);
        header.putInt(124, (int) checksum.getValue());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), CHUNK)) {
            out.write(all, 0, HEADER);
            for (int i = 0; i < times; i++) {
                out.write(all, HEADER, chunks * CHUNK);
            }
        }
    }
}
