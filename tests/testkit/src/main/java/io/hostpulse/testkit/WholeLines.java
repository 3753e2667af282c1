package io.hostpulse.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What another thread or process has written to a file, as far as it is finished. */
public final class WholeLines {

    private WholeLines() {}

    /**
     * Reads them.
     *
     * @param file a file that may be being written to
     * @return its lines, without one that has no end yet
     * @throws IOException when it cannot be read
     */
    public static List<String> of(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
