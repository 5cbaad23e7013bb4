package dev.fulgurite.graph.neo4j.bulk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Elements one after the other in a file that is written once and then read, block by block. An
/// element never lies across two blocks, so that several threads can each read a block.
final class BlockFile implements AutoCloseable {

    private static final int BLOCK = 256 << 10;

    private final Path path;
    private final DataOutputStream file;
    private final ByteOutput block = new ByteOutput();
    private long blocks;

    BlockFile(Path path) throws IOException {
        this.path = path;
        file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BLOCK));
    }

    /// Where to write the next element; [#endElement] ends it.
    ByteOutput block() {
        return block;
    }

    void endElement() throws IOException {
        if (block.size() >= BLOCK) {
            endBlock();
        }
    }

    private void endBlock() throws IOException {
        file.writeInt(block.size());
        block.writeTo(file);
        block.clear();
        blocks++;
    }

    /// Ends writing.
    @Override
    public void close() throws IOException {
        if (block.size() > 0) {
            endBlock();
        }
        file.close();
    }

    /// From the first block on. Several threads may share it.
    Blocks read() throws IOException {
        return new Blocks(Files.newInputStream(path), blocks);
    }

    /// The blocks of a file, in their order.
    static final class Blocks implements AutoCloseable {

        private final DataInputStream in;
        private long left;

        private Blocks(InputStream in, long blocks) {
            this.in = new DataInputStream(new BufferedInputStream(in, BLOCK));
            left = blocks;
        }

        /// Lets this input read the next block; false when there is none.
        synchronized boolean next(ByteInput input) throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            byte[] block = new byte[in.readInt()];
            in.readFully(block);
            input.over(block);
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
