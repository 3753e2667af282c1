package io.hostpulse.common.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.openhft.chronicle.queue.RollCycle;

/**
 * The files that are really in a queue's directory. Chronicle's read-only queues believe the metadata instead, which only a
 * writer brings up to date, and find nothing once the oldest file was removed.
 */
final class RollFiles {

    private static final String SUFFIX = ".cq4";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RollCycle roll;
    private final DateTimeFormatter names;

    RollFiles(RollCycle roll) {
        this.roll = roll;
        // Roll files are named after the UTC time at which they begin.
        this.names = DateTimeFormatter.ofPattern(roll.format()).withZone(ZoneOffset.UTC);
    }

    /** Lists the cycles of which there is a file, oldest first. */
    List<Integer> cyclesIn(Path directory) {
        return new ArrayList<>(pathsIn(directory).keySet());
    }

    /** Lists the files, oldest first; one that is removed meanwhile is left out. */
    List<RollFile> filesIn(Path directory) {
        List<RollFile> found = new ArrayList<>();
        pathsIn(directory).forEach((cycle, path) -> describe(cycle, path).ifPresent(found::add));
        return found;
    }

    private SortedMap<Integer, Path> pathsIn(Path directory) {
        SortedMap<Integer, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                cycleOf(file.getFileName().toString()).ifPresent(cycle -> found.put(cycle, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("queue " + directory + " cannot be listed", e);
        }
        return found;
    }

    private Optional<RollFile> describe(int cycle, Path path) {
        try {
            long end = (cycle + 1L) * roll.lengthInMillis() * NANOS_PER_MILLI;
            return Optional.of(new RollFile(path, cycle, end, Files.size(path)));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("queue file " + path + " cannot be examined", e);
        }
    }

    // A file with another name is not one of the queue's, whatever it is doing there.
    private Optional<Integer> cycleOf(String fileName) {
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        try {
            Instant begin = names.parse(name, Instant::from);
            return Optional.of((int) (begin.toEpochMilli() / roll.lengthInMillis()));
        } catch (DateTimeParseException foreign) {
            return Optional.empty();
        }
    }
}
