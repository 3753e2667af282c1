package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where files go that are no longer part of a queue but too precious to delete.
 *
 * @param queue the queue's directory
 */
record Quarantine(Path queue) {

    private static final String FOLDER = "quarantine";

    /** Moves a file there under a name that is free, and tells where it is now. */
    Path take(Path file) throws IOException {
        Path folder = Files.createDirectories(queue.resolve(FOLDER));
        String name = file.getFileName().toString();
        Path target = folder.resolve(name);
        for (int i = 1; Files.exists(target); i++) {
            target = folder.resolve(name + "." + i);
        }
        return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
