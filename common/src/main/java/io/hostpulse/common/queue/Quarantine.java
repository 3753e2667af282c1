package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where files go that are no longer part of a queue but too precious to delete.
 *
 * @param queue the queue's directory
 */
public record Quarantine(Path queue) {

    /** The folder's name in the queue's directory. */
    public static final String FOLDER = "quarantine";

    /** What lies here may still hold records that are nowhere else. */
    private static final String UNSAVED = ".unsaved";

    /**
     * Moves a file there under a name that is free.
     *
     * @param file one of the queue's files
     * @return where it is now
     * @throws IOException when it cannot be moved
     */
    public Path take(Path file) throws IOException {
        return move(file, file.getFileName().toString());
    }

    /**
     * Keeps a file there under a second name, so that a better one can take its place in one step.
     *
     * @param file one of the queue's files
     * @return where it is as well
     * @throws IOException when that cannot be done
     */
    public Path keep(Path file) throws IOException {
        return Files.createLink(freePlace(file.getFileName().toString()), file);
    }

    /** Moves a file there whose records are yet to be written again; it is listed until it is {@linkplain #saved}. */
    Path takeUnsaved(Path file) throws IOException {
        return move(file, file.getFileName() + UNSAVED);
    }

    /** Lists the files whose records are yet to be written again, oldest first. */
    List<Path> unsaved() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(UNSAVED))
                    .sorted()
                    .toList();
        }
    }

    /** Notes that a file's records are all in the queue again. */
    void saved(Path file) throws IOException {
        String name = file.getFileName().toString();
        move(file, name.substring(0, name.length() - UNSAVED.length()));
    }

    private Path move(Path file, String name) throws IOException {
        return Files.move(file, freePlace(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path freePlace(String name) throws IOException {
        Path target = Files.createDirectories(folder()).resolve(name);
        for (int i = 1; Files.exists(target); i++) {
            target = folder().resolve(i + "-" + name);
        }
        return target;
    }

    private Path folder() {
        return queue.resolve(FOLDER);
    }
}
