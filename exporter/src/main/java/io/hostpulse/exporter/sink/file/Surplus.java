package io.hostpulse.exporter.sink.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files beyond those that are kept. */
public final class Surplus {

    private static final Logger LOG = LoggerFactory.getLogger(Surplus.class);

    private Surplus() {}

    /**
     * Removes them. That one cannot be removed is logged, and is no reason to write nothing.
     *
     * @param files all finished files of a kind, the oldest first
     * @param keep how many are kept
     */
    public static void remove(List<Path> files, int keep) {
        for (Path file : files.subList(0, Math.max(0, files.size() - keep))) {
            try {
                if (Files.deleteIfExists(file)) {
                    LOG.info("{} was removed: {} files are kept", file, keep);
                }
            } catch (IOException e) {
                LOG.warn("{} cannot be removed: {}", file, e.toString());
            }
        }
    }
}
