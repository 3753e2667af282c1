package io.hostpulse.common.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import net.openhft.chronicle.queue.RollCycle;

/**
 * The files that are really in a queue's directory. Chronicle's read-only queues believe the metadata instead, which only a
 * writer brings up to date, and find nothing once the oldest file was removed.
 */
public final class RollFiles {

    private static final String SUFFIX = ".cq4";

    private final RollCycle roll;
    private final DateTimeFormatter names;

    /**
     * Knows the files of queues that roll alike.
     *
     * @param roll how long one file is written
     */
    public RollFiles(RollCycle roll) {
        this.roll = roll;
        // Roll files are named after the UTC time at which they begin.
        this.names = DateTimeFormatter.ofPattern(roll.format()).withZone(ZoneOffset.UTC);
    }

    /**
     * Lists the cycles of which there is a file.
     *
     * @param directory the queue's directory
     * @return their numbers, oldest first
     * @throws UncheckedIOException when the directory cannot be listed
     */
    public List<Integer> cyclesIn(Path directory) {
        List<Integer> cycles = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                cycleOf(file.getFileName().toString()).ifPresent(cycles::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("queue " + directory + " cannot be listed", e);
        }
        Collections.sort(cycles);
        return cycles;
    }

    /**
     * Finds the cycle that a file's name stands for.
     *
     * @param fileName a name without its directory
     * @return the cycle's number; empty when this is not the name of one of the queue's files, whatever it is doing there
     */
    public OptionalInt cycleOf(String fileName) {
        if (!fileName.endsWith(SUFFIX)) {
            return OptionalInt.empty();
        }
        try {
            Instant begin = names.parse(fileName.substring(0, fileName.length() - SUFFIX.length()), Instant::from);
            return OptionalInt.of((int) (begin.toEpochMilli() / roll.lengthInMillis()));
        } catch (DateTimeParseException foreign) {
            return OptionalInt.empty();
        }
    }

    /**
     * Names the file of a cycle.
     *
     * @param directory the queue's directory
     * @param cycle the cycle's number
     * @return where its file is or would be
     */
    public Path fileOf(Path directory, int cycle) {
        return directory.resolve(names.format(Instant.ofEpochMilli(beginMillis(cycle))) + SUFFIX);
    }

    /**
     * Tells when a cycle begins.
     *
     * @param cycle the cycle's number
     * @return epoch milliseconds
     */
    public long beginMillis(int cycle) {
        return (long) cycle * roll.lengthInMillis();
    }
}
