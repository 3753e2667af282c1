package io.hostpulse.common.queue.care;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where damaged files are kept. Nothing here is ever overwritten or deleted.
 *
 * @param queue the queue's directory
 */
record Quarantine(Path queue) {

    static final String DIRECTORY_NAME = "quarantine";

    /** Moves a file here. */
    Path take(Path file) throws IOException {
        Path place = freePlace(file);
        Files.move(file, place);
        sync(queue);
        return place;
    }

    /** Keeps a file here under a second name, so that another can take its place in one step. */
    Path keep(Path file) throws IOException {
        Path place = freePlace(file);
        try {
            Files.createLink(place, file);
        } catch (UnsupportedOperationException noLinksHere) {
            Files.copy(file, place);
        }
        sync(place.getParent());
        return place;
    }

    private Path freePlace(Path file) throws IOException {
        Path directory = Files.createDirectories(queue.resolve(DIRECTORY_NAME));
        String name = file.getFileName().toString();
        Path place = directory.resolve(name);
        for (int i = 1; Files.exists(place); i++) {
            place = directory.resolve(name + "." + i);
        }
        return place;
    }

    /** Makes a file, or the names in a directory, survive a loss of power. */
    static void sync(Path path) throws IOException {
        StandardOpenOption way = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, way)) {
            channel.force(true);
        }
    }
}
