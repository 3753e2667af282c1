package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Tells one file from another that has taken its name. */
final class FileIdentity {

    private FileIdentity() {}

    /** Which file has this name now; empty when none has, or the system does not tell. */
    static Optional<Object> of(Path path) throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }
}
