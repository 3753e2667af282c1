package io.hostpulse.tests.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/** What may befall the files of a stream. */
enum FileDamage {
    FLIPPED_BYTE("flipped-byte") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            flipInPayload(victim.middle(), random);
        }
    },
    BROKEN_LENGTH("broken-length") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            // The four bytes before a payload's record header are Chronicle's length of the document.
            overwrite(victim.middle(), RecordSearch.randomRecord(victim.middle(), random) - Integer.BYTES, random, 3);
        }
    },
    TRUNCATED_NEWEST("truncated-newest") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            truncate(victim.newest(), RecordSearch.randomRecord(victim.newest(), random) + 10);
        }
    },
    TRUNCATED_MIDDLE("truncated-middle") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            truncate(victim.middle(), RecordSearch.randomRecord(victim.middle(), random) + 10);
        }
    },
    DELETED_MIDDLE("deleted-middle") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            Files.delete(victim.middle());
        }
    },
    DELETED_WHILE_READ("deleted-while-read") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            Files.delete(victim.beingRead());
        }
    },
    ZERO_LENGTH("zero-length-file") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            truncate(victim.middle(), 0);
        }
    },
    GARBAGE_METADATA("garbage-metadata") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            overwrite(victim.metadata(), 0, random, (int) Files.size(victim.metadata()));
        }
    },
    TRUNCATED_METADATA("truncated-metadata") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            truncate(victim.metadata(), 100 + random.nextInt(100));
        }
    },
    MISSING_METADATA("missing-metadata") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            Files.delete(victim.metadata());
        }
    },
    FUTURE_FILE("future-dated-file") {
        @Override
        void apply(Victim victim, Random random) throws IOException {
            String name = victim.middle().getFileName().toString();
            int year = Integer.parseInt(name.substring(0, 4)) + 1;
            Files.copy(victim.middle(), victim.middle().resolveSibling(year + name.substring(4)));
        }
    };

    private final String kind;

    FileDamage(String kind) {
        this.kind = kind;
    }

    String kind() {
        return "damage-" + kind;
    }

    abstract void apply(Victim victim, Random random) throws IOException;

    /**
     * What can be harmed.
     *
     * @param stream the stream's directory
     * @param beingRead the file that a live reader has open
     */
    record Victim(Path stream, Path beingRead) {

        /** A file that the live reader has not reached yet and behind which there are others. */
        Path middle() throws IOException {
            List<Path> files = StreamFiles.rolls(stream);
            return files.get(files.size() - 3);
        }

        Path newest() throws IOException {
            List<Path> files = StreamFiles.rolls(stream);
            return files.get(files.size() - 1);
        }

        Path metadata() {
            return StreamFiles.metadata(stream);
        }
    }

    private static void flipInPayload(Path file, Random random) throws IOException {
        overwrite(file, RecordSearch.randomRecord(file, random) + RecordSearch.HEADER + 3, random, 1);
    }

    private static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private static void overwrite(Path file, long at, Random random, int length) throws IOException {
        byte[] bytes = new byte[length];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer before = ByteBuffer.allocate(length);
            channel.read(before, at);
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (before.get(i) ^ (1 + random.nextInt(255)));
            }
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }
}
