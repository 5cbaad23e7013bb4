package dev.fulgurite.ingest;

import dev.fulgurite.ingest.IngestReport.Kind;
import dev.fulgurite.ingest.IngestReport.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// Shows the files that a path is: itself, or the members of the archive that it is, those of
/// archives within it too, once. Nothing is written to disk, so that the names of members are names
/// and nothing more. The same file shows the same members in the same order each time.
final class Unpacker {

    /// Stands between an archive and the path inside it.
    static final String INSIDE = "!/";

    private static final int DEEPEST = 2;

    private final Path path;
    private final UnpackBudget budget;
    private final Visitor visitor;
    private final Consumer<Problem> problems;

    private Unpacker(Path path, UnpackBudget budget, Visitor visitor, Consumer<Problem> problems) {
        this.path = path;
        this.budget = budget;
        this.visitor = visitor;
        this.problems = problems;
    }

    /// A file's name and, when it is in one, its archive's; `""` otherwise.
    record Member(String name, String archive) {}

    /// Is shown each file. It may read as little of the bytes as it likes, and deals itself with an
    /// error in reading them; false ends the walk.
    interface Visitor {
        boolean visit(Member member, InputStream bytes);
    }

    /// Shows the visitor what `path` holds; tells `problems` what is wrong with an archive itself.
    static void walk(Path path, Visitor visitor, Consumer<Problem> problems) throws IOException {
        new Unpacker(path, UnpackBudget.of(Files.size(path)), visitor, problems).walk();
    }

    private void walk() throws IOException {
        try (InputStream in = peekable(Files.newInputStream(path))) {
            if (!startsAs(in, 'P', 'K')) {
                leaf(path.toString(), "", in);
                return;
            }
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            members(zip);
        } catch (ZipException noDirectory) {
            cutZip(String.valueOf(noDirectory.getMessage()));
        }
    }

    private void members(ZipFile zip) throws IOException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        boolean more = true;
        while (more && entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory()) {
                more = member(zip, entry);
            }
        }
    }

    private boolean member(ZipFile zip, ZipEntry entry) {
        String name = path + INSIDE + entry.getName();
        try (InputStream in = peekable(new CheckedMember(zip.getInputStream(entry), entry))) {
            return leafOrArchive(name, in, 1);
        } catch (IOException damaged) {
            problem(name, "cannot be unpacked: " + damaged.getMessage());
            return true;
        }
    }

    /// A zip without its directory, which is at the end: what is there can be read from the start.
    private void cutZip(String why) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Walked walked = members(path.toString(), in, 1);
            String rest = walked.any ? "what is there was read" : "no member can be read";
            problem(path.toString(), ending(why) + "; " + rest);
        }
    }

    /// Why an archive ended before its end.
    private static String ending(String why) {
        return why.contains("encrypted")
                ? "the zip archive asks for a password: unpack it first"
                : "the zip archive is cut or damaged (" + why + ")";
    }

    /// Whether any member was shown, and what ended the walk before the archive's end; `""` when
    /// nothing did.
    private record Walked(boolean any, String damage) {}

    private Walked members(String archive, InputStream in, int depth) {
        boolean any = false;
        try {
            // Not closed: that would close the stream of the archive around it.
            ZipInputStream zip = new ZipInputStream(in);
            boolean more = true;
            for (ZipEntry entry = zip.getNextEntry(); more && entry != null; ) {
                if (!entry.isDirectory()) {
                    any = true;
                    more = leafOrArchive(archive + INSIDE + entry.getName(), peekable(zip), depth);
                }
                entry = more ? zip.getNextEntry() : null;
            }
            return new Walked(any, "");
        } catch (IOException | IllegalArgumentException damaged) {
            // The second: names that are not in UTF-8.
            return new Walked(any, String.valueOf(damaged.getMessage()));
        }
    }

    private boolean leafOrArchive(String name, InputStream in, int depth) throws IOException {
        if (depth == DEEPEST || !startsAs(in, 'P', 'K')) {
            return leaf(name, path.toString(), in);
        }
        Walked walked = members(name, in, depth + 1);
        if (!walked.damage.isEmpty()) {
            problem(name, ending(walked.damage));
        }
        return !budget.spent();
    }

    private boolean leaf(String name, String archive, InputStream in) throws IOException {
        if (!startsAs(in, 0x1F, 0x8B)) {
            InputStream counted = archive.isEmpty() ? in : budget.guard(in);
            return visitor.visit(new Member(name, archive), counted);
        }
        try {
            InputStream unpacked = budget.guard(new GZIPInputStream(in, 1 << 16));
            String member = name + INSIDE + withoutGz(name.substring(name.lastIndexOf('/') + 1));
            return visitor.visit(new Member(member, path.toString()), unpacked);
        } catch (ZipException | EOFException damaged) {
            problem(name, "the gzip file is cut or damaged: " + damaged.getMessage());
            return true;
        }
    }

    private static String withoutGz(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz")
                ? name.substring(0, name.length() - ".gz".length())
                : name;
    }

    private void problem(String name, String reason) {
        problems.accept(new Problem(Kind.DAMAGED, name, reason));
    }

    private static InputStream peekable(InputStream in) {
        return new BufferedInputStream(in, 1 << 16);
    }

    private static boolean startsAs(InputStream in, int first, int second) throws IOException {
        in.mark(4);
        byte[] start = in.readNBytes(4);
        in.reset();
        boolean zip = first == 'P';
        return start.length >= 2
                && (start[0] & 0xFF) == first
                && (start[1] & 0xFF) == second
                && (!zip || (start.length == 4 && isZipSignature(start[2], start[3])));
    }

    /// A member's header, or the directory's end when there are no members.
    private static boolean isZipSignature(byte third, byte fourth) {
        return (third == 3 && fourth == 4) || (third == 5 && fourth == 6);
    }
}
