package dev.fulgurite.investigation.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/// Adds a line an alert to a file. A line that was cut when the process was killed ends where it
/// was cut, and its alert is told again on the next.
record JsonLinesSink(Path file) implements Sink {

    private static final int AT_ONCE = 100;

    @Override
    public String id() {
        return "file:" + file;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void tell(List<Notice> notices) throws IOException {
        String lines =
                notices.stream().map(notice -> notice.json() + "\n").collect(Collectors.joining());
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            String before = endsInLine() ? "" : "\n";
            ByteBuffer bytes = ByteBuffer.wrap((before + lines).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private boolean endsInLine() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return Files.size(file) == 0
                    || channel.read(last, channel.size() - 1) < 1
                    || last.get(0) == '\n';
        }
    }
}
