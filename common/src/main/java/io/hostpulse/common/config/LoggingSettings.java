package io.hostpulse.common.config;

import java.util.Map;

/**
 * What the log files of a process hold. Immutable.
 *
 * @param level for every logger that is not in {@code levels}
 * @param levels by logger: a package or a class, and everything below it
 * @param maxFileSize when a file is rotated, in bytes
 * @param maxFiles how many files of one process are kept, the current one included
 */
public record LoggingSettings(LogLevel level, Map<String, LogLevel> levels, long maxFileSize, int maxFiles) {

    static final String SECTION = "logging";

    private static final long KB = 1024;
    private static final long MB = 1024 * KB;
    private static final long GB = 1024 * MB;

    /** Copies the map. */
    public LoggingSettings {
        levels = Map.copyOf(levels);
    }

    /**
     * Reads the section {@code logging}.
     *
     * @param logging the section
     * @return its settings; by default {@code info}, 10 MB a file and 5 files
     */
    public static LoggingSettings read(ConfigNode logging) {
        return new LoggingSettings(
                logging.choice("level", LogLevel.INFO),
                logging.choices("levels", LogLevel.class),
                logging.size("max_file_size", 10 * MB, 64 * KB, GB),
                logging.whole("max_files", 5, 1, 100));
    }
}
