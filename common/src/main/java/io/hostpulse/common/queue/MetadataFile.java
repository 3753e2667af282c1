package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chronicle's own notes about a queue: its locks and which files there are. It makes them anew when they are missing. Broken
 * ones cost it ten seconds and an exception, and truncated ones make it silently read-only.
 *
 * @param path where they lie
 */
public record MetadataFile(Path path) {

    /** Its name in the queue's directory. */
    public static final String FILE_NAME = "metadata.cq4t";

    private static final Logger LOG = LoggerFactory.getLogger(MetadataFile.class);

    /** Chronicle creates it with this size on every system seen; a smaller one was cut off. */
    private static final long SIZE = 128 * 1024;

    /**
     * Finds a queue's notes.
     *
     * @param directory the queue's directory
     * @return its file, which need not exist
     */
    public static MetadataFile in(Path directory) {
        return new MetadataFile(directory.resolve(FILE_NAME));
    }

    /**
     * Looks at the file as bytes, which takes no time, whatever is wrong with it.
     *
     * @return what is wrong with it; empty when it is as Chronicle makes it
     * @throws IOException when it cannot be read
     */
    public Optional<String> problem() throws IOException {
        if (!Files.exists(path)) {
            return Optional.of("is missing");
        }
        if (Files.size(path) < SIZE) {
            return Optional.of("was cut to " + Files.size(path) + " bytes");
        }
        return isSound() ? Optional.empty() : Optional.of("is damaged");
    }

    void setAsideIfBroken(Quarantine quarantine) throws IOException {
        if (Files.exists(path) && !isSound()) {
            LOG.warn("moved {} to {}: it is broken; it is made anew", path, quarantine.take(path));
        }
    }

    private boolean isSound() throws IOException {
        return Files.size(path) >= SIZE && FileHeader.isSound(path) && hasSoundChain();
    }

    /** Follows the documents to the first empty word; a broken one leads astray or beyond the end. */
    private boolean hasSoundChain() throws IOException {
        try (FileWindow window = new FileWindow(path)) {
            long at = 0;
            int word = window.word(at);
            while (word != DocumentHeader.EMPTY && !DocumentHeader.isIncomplete(word) && at < SIZE) {
                at = DocumentHeader.next(at, word);
                word = window.word(at);
            }
            return word == DocumentHeader.EMPTY && at < SIZE;
        }
    }
}
