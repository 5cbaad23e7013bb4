package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// Which program this is: what a rule finds follows from its statement and from the code around it,
/// so that another build finds anew.
public final class ProgramText {

    private static final String CYPHER = "cypher/read/kept-result.cypher";

    private ProgramText() {}

    private static final class Once {
        static final String HASH = made();
    }

    /// SHA-256 of all that detections are made of, in hex.
    public static String hash() {
        return Once.HASH;
    }

    private static String made() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Path place :
                    List.of(of(Detector.class), of(InvestigationGraph.class), statements())) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        sha.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                        sha.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException | URISyntaxException | FileSystemNotFoundException unreadable) {
            // A program that cannot be read is like no other.
            return UUID.randomUUID().toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The jar or the folder that a class came from.
    private static Path of(Class<?> one) throws URISyntaxException {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /// The same of the statements, which are in a jar of their own.
    private static Path statements() throws URISyntaxException {
        URL file = Objects.requireNonNull(CypherLibrary.class.getClassLoader().getResource(CYPHER));
        String place = file.toString();
        String root = place.substring(0, place.length() - CYPHER.length());
        return Path.of(
                new URI(
                        root.startsWith("jar:")
                                ? root.substring("jar:".length(), root.indexOf("!/"))
                                : root));
    }
}
