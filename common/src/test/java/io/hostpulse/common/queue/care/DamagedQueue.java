package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.QueueFixture;
import io.hostpulse.common.queue.SnapshotAppender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A queue of 60 records in six files, and everything that can happen to it. */
final class DamagedQueue {

    static final int RECORDS = 60;

    private static final int RECORD_HEADER = 32;
    private static final int DOCUMENT_HEADER = 4;
    private static final int INDEX_AT = 256;

    private final QueueFixture queue;

    DamagedQueue(Path root) {
        this(root, RECORDS);
    }

    DamagedQueue(Path root, int records) {
        queue = new QueueFixture(root);
        write(records);
    }

    QueueFixture queue() {
        return queue;
    }

    Path directory() {
        return queue.directory();
    }

    void write(int count) {
        try (SnapshotAppender appender = queue.appender()) {
            for (int i = 0; i < count; i++) {
                queue.append(appender);
                queue.step(Duration.ofMillis(100));
            }
        }
    }

    QueueReport verify() {
        return new QueueVerifier(queue::now, QueueFixture.SECONDLY).verify(queue.place(), VerifyProgress.UNWATCHED);
    }

    RepairResult repair() {
        return new QueueRepair(queue::now, QueueFixture.SECONDLY).repair(queue.place(), VerifyProgress.UNWATCHED);
    }

    /** The files by age, the oldest is 0. */
    Path file(int number) throws IOException {
        return files().get(number);
    }

    List<Path> files() throws IOException {
        try (Stream<Path> children = Files.list(directory())) {
            return children.filter(file -> file.toString().endsWith(".cq4"))
                    .sorted()
                    .toList();
        }
    }

    String listing() throws IOException {
        try (Stream<Path> children = Files.walk(directory())) {
            return children.sorted()
                    .map(file -> file + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .collect(Collectors.joining("\n"));
        }
    }

    Path metadata() {
        return directory().resolve("metadata.cq4t");
    }

    int placeOf(Path file, int record) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        return bytes.indexOf("{\"n\":" + record + "}");
    }

    void flipInPayload(Path file, int record) throws IOException {
        flip(file, placeOf(file, record) + 2, 1);
    }

    void flipInLength(Path file, int record, int bits) throws IOException {
        flip(file, documentOf(file, record), bits);
    }

    int documentOf(Path file, int record) throws IOException {
        return placeOf(file, record) - RECORD_HEADER - DOCUMENT_HEADER;
    }

    void flip(Path file, int at, int bits) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= (byte) bits;
        Files.write(file, bytes);
    }

    void blank(Path file, int at, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < count; i++) {
            bytes[at + i] = 0;
        }
        Files.write(file, bytes);
    }

    void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    void fillWithGarbage(Path file, int length) throws IOException {
        byte[] garbage = new byte[length];
        new Random(7).nextBytes(garbage);
        Files.write(file, garbage);
    }

    /** The newest file as a clock ten hours ahead would have named it. */
    Path sendToTheFuture(Path file) throws IOException {
        return Files.move(file, directory().resolve("20250103-201530T.cq4"));
    }

    /** Makes the index of the fifth record lead to the sixth. */
    void misleadIndex(Path file, int firstRecord) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long fifth = documentOf(file, firstRecord + 4);
        int entry = INDEX_AT;
        while (bytes.getLong(entry) != fifth) {
            entry += Integer.BYTES;
        }
        bytes.putLong(entry, documentOf(file, firstRecord + 5));
        Files.write(file, bytes.array());
    }
}
