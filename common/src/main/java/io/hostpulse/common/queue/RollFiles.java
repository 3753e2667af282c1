package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.openhft.chronicle.queue.RollCycle;

/** The files that are really in a queue's directory, whatever its metadata says. */
public final class RollFiles {

    private static final String SUFFIX = ".cq4";
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A file that begins later than this is from a clock that was wrong; a step of an hour or two is not worth a move. */
    private static final long FUTURE_MILLIS = 3 * 60 * 60 * 1000L;

    private final Path directory;
    private final RollCycle roll;
    private final DateTimeFormatter names;

    /**
     * Knows the files of one queue.
     *
     * @param directory the queue's directory
     * @param files how it rolls
     */
    public RollFiles(Path directory, ChronicleFiles files) {
        this(directory, files.rollCycle());
    }

    RollFiles(Path directory, RollCycle roll) {
        this.directory = directory;
        this.roll = roll;
        // Roll files are named after the UTC time at which they begin.
        this.names = DateTimeFormatter.ofPattern(roll.format()).withZone(ZoneOffset.UTC);
    }

    /**
     * Tells where the files are.
     *
     * @return the queue's directory
     */
    public Path directory() {
        return directory;
    }

    /**
     * Lists the files.
     *
     * @return all there are, oldest first; one that is removed meanwhile is left out, and a directory that was removed has none
     * @throws IOException when the directory cannot be listed
     */
    public List<RollFile> list() throws IOException {
        List<RollFile> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                describe(file).ifPresent(found::add);
            }
        } catch (NoSuchFileException removed) {
            return List.of();
        }
        found.sort(Comparator.comparingInt(RollFile::cycle));
        return found;
    }

    /** Finds the oldest file that is newer than a cycle. */
    Optional<RollFile> after(int cycle) throws IOException {
        return list().stream().filter(file -> file.cycle() > cycle).findFirst();
    }

    Optional<RollFile> of(int cycle) throws IOException {
        return list().stream().filter(file -> file.cycle() == cycle).findFirst();
    }

    /**
     * Tells whether a file is from a clock that was wrong.
     *
     * @param file one of the queue's files
     * @param nowMillis the present time, epoch milliseconds
     * @return whether it hides what is written at the present time
     */
    public boolean isFuture(RollFile file, long nowMillis) {
        return beginOf(file.cycle()) > nowMillis + FUTURE_MILLIS;
    }

    /**
     * Tells whether a file may be one of the queue's, by its name.
     *
     * @param fileName a name without its directory
     * @return whether it names a cycle
     */
    public boolean isOwn(String fileName) {
        return fileName.endsWith(SUFFIX) && cycleOf(fileName).isPresent();
    }

    Path pathOf(Path parent, int cycle) {
        return parent.resolve(names.format(Instant.ofEpochMilli(beginOf(cycle))) + SUFFIX);
    }

    /** When a cycle's file begins, in epoch milliseconds. */
    long beginOf(int cycle) {
        return (long) cycle * roll.lengthInMillis();
    }

    private Optional<RollFile> describe(Path path) throws IOException {
        Optional<Integer> cycle = cycleOf(path.getFileName().toString());
        if (cycle.isEmpty()) {
            return Optional.empty();
        }
        try {
            long end = beginOf(cycle.get() + 1) * NANOS_PER_MILLI;
            return Optional.of(new RollFile(path, cycle.get(), end, Files.size(path)));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
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
