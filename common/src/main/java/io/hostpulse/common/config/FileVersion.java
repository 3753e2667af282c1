package io.hostpulse.common.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * Tells one content of a file from another without reading it.
 *
 * @param size in bytes; -1 when there is no such file, or it cannot be looked at
 * @param modified when it was written last
 * @param identity which file has the name now, as one that was put in the place of another is a new one; empty when the system does not tell
 */
public record FileVersion(long size, Instant modified, String identity) {

    private static final FileVersion ABSENT = new FileVersion(-1, Instant.EPOCH, "");

    /**
     * Looks at a file.
     *
     * @param file its path; links are followed
     * @return its version now
     */
    public static FileVersion of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileVersion(found.size(), found.lastModifiedTime().toInstant(), String.valueOf(found.fileKey()));
        } catch (IOException absent) {
            return ABSENT;
        }
    }

    /**
     * Tells whether there is a file.
     *
     * @return whether it could be looked at
     */
    public boolean isThere() {
        return size >= 0;
    }
}
