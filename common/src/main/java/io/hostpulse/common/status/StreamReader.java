package io.hostpulse.common.status;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.HighestGiven;
import io.hostpulse.common.queue.Overrun;
import io.hostpulse.common.queue.OverrunLog;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.status.StreamStatus.Consumer;
import io.hostpulse.common.status.StreamStatus.Disk;
import io.hostpulse.common.status.StreamStatus.Recent;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the state of every stream without disturbing its writer or its readers.
 *
 * @param data the data directory
 * @param processes looks at live processes
 */
public record StreamReader(DataDirectory data, Processes processes) {

    /**
     * Reads them.
     *
     * @return the streams in alphabetical order; one that is damaged says so, and the others are read all the same
     * @throws IOException when a directory is there and cannot be read
     */
    public List<StreamStatus> read() throws IOException {
        List<StreamStatus> found = new ArrayList<>();
        QueueDirectory queues = new QueueDirectory(data.queues());
        for (StreamName name : queues.streams()) {
            found.add(status(queues.of(name)));
        }
        return found;
    }

    /**
     * Reads how far every stream and its consumers are, without looking into the records.
     *
     * @return the streams in alphabetical order; one that cannot be read says so, and the others are read all the same
     * @throws IOException when the queues cannot be listed
     */
    public List<StreamProgress> progress() throws IOException {
        List<StreamProgress> found = new ArrayList<>();
        QueueDirectory queues = new QueueDirectory(data.queues());
        for (StreamName name : queues.streams()) {
            found.add(progress(name, queues.of(name)));
        }
        return found;
    }

    private StreamProgress progress(StreamName name, Path directory) {
        try {
            long last = lastGiven(directory);
            List<Consumer> consumers = consumers(directory, name, last);
            return new StreamProgress(name.value(), last, disk(directory), consumers, Optional.empty());
        } catch (IOException | RuntimeException damaged) {
            // Whatever is wrong with one queue, or whoever is just deleting it, the others are to be shown.
            return new StreamProgress(name.value(), 0, new Disk(0, 0), List.of(), Optional.of(damaged.toString()));
        }
    }

    private static long lastGiven(Path directory) throws IOException {
        Path file = directory.resolve(HighestGiven.FILE_NAME);
        return Files.isRegularFile(file) ? CursorFile.peek(file).sequence() : 0;
    }

    private StreamStatus status(Path directory) throws IOException {
        StreamDescriptor descriptor = StreamDescriptor.readFrom(directory);
        boolean writerAlive = isAlive(descriptor.writer());
        Disk disk = disk(directory);
        try {
            Optional<Recent> recent = RecentRecords.of(directory);
            long last = recent.map(Recent::lastSequence).orElse(0L);
            List<Consumer> consumers = consumers(directory, descriptor.name(), last);
            return new StreamStatus(descriptor, writerAlive, recent, disk, consumers, Optional.empty());
        } catch (RuntimeException damaged) {
            // Whatever is wrong with one queue, the others are to be shown.
            return new StreamStatus(
                    descriptor, writerAlive, Optional.empty(), disk, List.of(), Optional.of(damaged.toString()));
        }
    }

    private boolean isAlive(String writer) throws IOException {
        return Mark.read(data, writer)
                .flatMap(mark -> processes.usage(mark.pid()))
                .isPresent();
    }

    private static Disk disk(Path directory) throws IOException {
        int files = 0;
        long bytes = 0;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, "*.cq4")) {
            for (Path child : children) {
                files++;
                bytes += Files.size(child);
            }
        }
        return new Disk(files, bytes);
    }

    private List<Consumer> consumers(Path directory, StreamName stream, long lastSequence) throws IOException {
        List<Consumer> found = new ArrayList<>();
        if (!Files.isDirectory(data.cursors())) {
            return found;
        }
        List<Overrun> overruns = OverrunLog.in(directory).read();
        try (DirectoryStream<Path> consumers = Files.newDirectoryStream(data.cursors(), Files::isDirectory)) {
            for (Path consumer : consumers) {
                String name = consumer.getFileName().toString();
                Path cursor = data.cursor(name, stream);
                if (Files.isRegularFile(cursor)) {
                    long done = CursorFile.peek(cursor).sequence();
                    found.add(new Consumer(name, done, Math.max(0, lastSequence - done), lost(name, overruns)));
                }
            }
        }
        found.sort(Comparator.comparing(Consumer::name));
        return found;
    }

    private static long lost(String consumer, List<Overrun> overruns) {
        return overruns.stream()
                .filter(overrun -> overrun.consumer().equals(consumer))
                .mapToLong(overrun -> overrun.lost().count())
                .sum();
    }
}
