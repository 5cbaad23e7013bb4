package dev.fulgurite.graph.neo4j.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.neo4j.batchimport.api.InputIterator;
import org.neo4j.batchimport.api.input.InputChunk;
import org.neo4j.batchimport.api.input.InputEntityVisitor;

/// Hands the elements of a [BulkStore]'s files to the importer, a block to each of its threads.
final class ElementReader {

    private final String[] words;
    private final String[][] labels;

    ElementReader(List<String> words) {
        this.words = words.toArray(String[]::new);
        labels = words.stream().map(word -> new String[] {word}).toArray(String[][]::new);
    }

    InputIterator nodes(BlockFile file) {
        return new Elements(
                blocks(file),
                (in, visitor) -> {
                    visitor.id(in.count());
                    visitor.labels(labels[(int) in.count()]);
                });
    }

    InputIterator relationships(BlockFile file) {
        return new Elements(
                blocks(file),
                (in, visitor) -> {
                    visitor.startId(in.count());
                    visitor.endId(in.count());
                    visitor.type(words[(int) in.count()]);
                });
    }

    private static BlockFile.Blocks blocks(BlockFile file) {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What stands before the properties of an element.
    private interface Head {
        void read(ByteInput in, InputEntityVisitor visitor);
    }

    private final class Elements implements InputIterator {

        private final BlockFile.Blocks blocks;
        private final Head head;

        private Elements(BlockFile.Blocks blocks, Head head) {
            this.blocks = blocks;
            this.head = head;
        }

        @Override
        public InputChunk newChunk() {
            return new Chunk(head);
        }

        @Override
        public boolean next(InputChunk chunk) throws IOException {
            return chunk instanceof Chunk ours && blocks.next(ours.in);
        }

        @Override
        public void close() throws IOException {
            blocks.close();
        }
    }

    private final class Chunk implements InputChunk {

        private final ByteInput in = new ByteInput();
        private final Head head;

        private Chunk(Head head) {
            this.head = head;
        }

        @Override
        public boolean next(InputEntityVisitor visitor) throws IOException {
            if (!in.hasMore()) {
                return false;
            }
            head.read(in, visitor);
            for (int word = (int) in.count(); word != Words.END; word = (int) in.count()) {
                Object value = in.value();
                if (value != null) {
                    visitor.property(words[word], PropertyArray.of(value), false);
                }
            }
            visitor.endOfEntity();
            return true;
        }

        @Override
        public void close() {
            // Holds nothing but a block of bytes.
        }
    }
}
