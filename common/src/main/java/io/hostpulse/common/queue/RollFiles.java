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
import net.openhft.chronicle.queue.RollCycle;

/**
 * The files that are really in a queue's directory. Chronicle's read-only queues believe the metadata instead, which only a
 * writer brings up to date, and find nothing once the oldest file was removed.
 */
final class RollFiles {

    private static final String SUFFIX = ".cq4";

    private final RollCycle roll;
    private final DateTimeFormatter names;

    RollFiles(RollCycle roll) {
        this.roll = roll;
        // Roll files are named after the UTC time at which they begin.
        this.names = DateTimeFormatter.ofPattern(roll.format()).withZone(ZoneOffset.UTC);
    }

    /** Lists the cycles of which there is a file, oldest first. */
    List<Integer> cyclesIn(Path directory) {
        List<Integer> cycles = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                cycleOf(file.getFileName().toString(), cycles);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("queue " + directory + " cannot be listed", e);
        }
        Collections.sort(cycles);
        return cycles;
    }

    // A file with another name is not one of the queue's, whatever it is doing there.
    private void cycleOf(String fileName, List<Integer> cycles) {
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        try {
            Instant begin = names.parse(name, Instant::from);
            cycles.add((int) (begin.toEpochMilli() / roll.lengthInMillis()));
        } catch (DateTimeParseException foreign) {
            return;
        }
    }
}
