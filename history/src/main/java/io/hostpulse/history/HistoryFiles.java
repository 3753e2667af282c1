package io.hostpulse.history;

import io.hostpulse.common.codec.Rfc3339;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * Where the history lies.
 *
 * @param directory usually {@code data/history}; all of it is in there, the driver's native library included
 */
record HistoryFiles(Path directory) {

    private static final String NAME = "history.db";

    /** What SQLite keeps beside a database: what was written last, and an index of it. */
    private static final List<String> COMPANIONS = List.of("-wal", "-shm");

    /** For its owner only, as all of the data directory: names of programs and accounts are in it. */
    void create() throws IOException {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path database() {
        return directory.resolve(NAME);
    }

    /** Which file the database is; empty when there is none. A file that is renamed stays the same one. */
    Optional<Object> identity() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(database(), BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            // None there at this moment: opening it says why.
            return Optional.empty();
        }
    }

    Path lock() {
        return directory.resolve("history.lock");
    }

    Path library() {
        return directory.resolve("lib");
    }

    Path log() {
        return directory.resolve(NAME + "-wal");
    }

    /** Lies there since a writer met damage, until the whole file was looked at. */
    Path suspicion() {
        return directory.resolve("history.suspect");
    }

    /** Whether the last writer went without a good-bye: then its last writes are still in a log. */
    boolean wasLeftOpen() throws IOException {
        return Files.exists(log()) && Files.size(log()) > 0;
    }

    /** Renames the database and what belongs to it; nothing is deleted. */
    Path setAside(long now) throws IOException {
        String suffix = ".damaged-" + Rfc3339.format(now).replaceAll("[^0-9TZ]", "");
        Path target = directory.resolve(NAME + suffix);
        for (String companion : COMPANIONS) {
            Path file = directory.resolve(NAME + companion);
            if (Files.exists(file)) {
                Files.move(file, directory.resolve(NAME + suffix + companion), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Path aside = Files.move(database(), target, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(suspicion());
        return aside;
    }
}
