package dev.fulgurite.ingest;

import dev.fulgurite.ingest.IngestReport.Kind;
import dev.fulgurite.ingest.IngestReport.Problem;
import dev.fulgurite.ingest.Unpacker.Member;
import dev.fulgurite.ingest.format.LogFormat;
import dev.fulgurite.ingest.format.LogFormat.Recognition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A file after its first reading: the hash that names it as evidence, its size, what it is.
///
/// @param problem why it could not be read to its end; hash and size are of what could be
record SeenFile(
        Member member, String sha256, long size, Recognition found, @Nullable Problem problem) {

    /// Reads the bytes as far as that goes.
    static SeenFile of(Member member, InputStream bytes) {
        MessageDigest digest = sha256Digest();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        Problem problem = null;
        try {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                head.write(buffer, 0, Math.min(read, LogFormat.HEAD - head.size()));
                size += read;
            }
        } catch (IOException broken) {
            problem = problem(member, broken, size);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Recognition found = LogFormat.recognise(head.toByteArray());
        return new SeenFile(member, sha256, size, found, problem);
    }

    /// Whether it is to be left alone although it could be read in part.
    boolean isTooLarge() {
        return problem != null && problem.kind() == Kind.TOO_LARGE;
    }

    /// The same file, of a Windows event log the slack too.
    SeenFile withSlack() {
        return found.format() == LogFormat.EVTX
                ? new SeenFile(
                        member,
                        sha256,
                        size,
                        new Recognition(LogFormat.EVTX_AND_SLACK, found.reason()),
                        problem)
                : this;
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Problem problem(Member member, IOException broken, long size) {
        String why = String.valueOf(broken.getMessage());
        if (broken instanceof UnpackBudget.Spent) {
            return new Problem(Kind.TOO_LARGE, member.name(), why);
        }
        boolean packed = !member.archive().isEmpty();
        String what = packed ? "cut or damaged" : "cannot be read to its end";
        return new Problem(
                packed ? Kind.DAMAGED : Kind.UNREADABLE,
                member.name(),
                what + " (" + why + "); what was read: " + size + " bytes");
    }
}
