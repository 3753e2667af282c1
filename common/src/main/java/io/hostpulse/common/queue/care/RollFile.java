package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.RollFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One of a queue's files.
 *
 * @param path where it is
 * @param cycle which part of time it is for
 */
record RollFile(Path path, int cycle) {

    static List<RollFile> in(Path directory, RollFiles names) {
        return names.cyclesIn(directory).stream()
                .map(cycle -> new RollFile(names.fileOf(directory, cycle), cycle))
                .toList();
    }

    String name() {
        return path.getFileName().toString();
    }

    boolean exists() {
        return Files.exists(path);
    }
}
