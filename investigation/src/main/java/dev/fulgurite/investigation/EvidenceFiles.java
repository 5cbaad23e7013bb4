package dev.fulgurite.investigation;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Opens an evidence file by the name the ledger has for it.
final class EvidenceFiles {

    /// Stands between an archive and the path inside it.
    static final String MEMBER = "!/";

    private EvidenceFiles() {}

    /// The (unpacked) bytes of `file`, or of `archive!/member`, at any depth.
    ///
    /// @param before how many members of that name to pass over: an archive may hold several
    /// @throws FileNotFoundException when there is none, or no further one
    static InputStream open(String name, int before) throws IOException {
        String[] parts = name.split(MEMBER, -1);
        InputStream bytes = new BufferedInputStream(Files.newInputStream(Path.of(parts[0])));
        try {
            for (int i = 1; i < parts.length; i++) {
                bytes = member(bytes, parts[i], name, i == parts.length - 1 ? before : 0);
            }
            if (before > 0 && parts.length == 1) {
                throw new FileNotFoundException(name + ": a file is there once");
            }
            return bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static InputStream member(InputStream archive, String member, String name, int before)
            throws IOException {
        archive.mark(2);
        boolean gzip = archive.read() == 0x1f && archive.read() == 0x8b;
        archive.reset();
        if (gzip && before == 0) {
            return new BufferedInputStream(new GZIPInputStream(archive));
        }
        ZipInputStream zip = new ZipInputStream(archive);
        int left = before;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(member) && left-- == 0) {
                return new BufferedInputStream(zip);
            }
        }
        throw new FileNotFoundException(name + ": not in the archive any more");
    }
}
