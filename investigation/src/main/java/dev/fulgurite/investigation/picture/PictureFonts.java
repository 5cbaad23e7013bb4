package dev.fulgurite.investigation.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The typefaces that Fulgurite brings along, so that pictures look the same everywhere.
public enum PictureFonts {
    REGULAR("IBMPlexSans-Regular.ttf"),
    BOLD("IBMPlexSans-SemiBold.ttf"),
    MONOSPACED("IBMPlexMono-Regular.ttf");

    private final String file;

    PictureFonts(String file) {
        this.file = file;
    }

    /// The font file; the caller closes it.
    public InputStream open() {
        InputStream stream = PictureFonts.class.getResourceAsStream(file);
        if (stream == null) {
            throw new UncheckedIOException(new IOException("missing from the program: " + file));
        }
        return stream;
    }
}
