package io.hostpulse.common.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything is kept that Hostpulse writes: queues, cursors, logs, marks of running processes.
 *
 * @param directory the data directory, absolute
 */
public record DataSettings(Path directory) {

    static final String SECTION = "data";

    private static final Path DEFAULT = Path.of("data");

    /**
     * Reads the section {@code data}.
     *
     * @param data the section
     * @return its settings; the directory is {@code data} beside the file unless configured otherwise
     */
    public static DataSettings read(ConfigNode data) {
        return read(data, Optional.empty());
    }

    /**
     * Reads the section {@code data} when there may be a {@code --data} flag, which is stronger than anything else.
     *
     * @param data the section
     * @param flag what the flag says; a relative path is relative to the working directory of this process
     * @return its settings
     */
    public static DataSettings read(ConfigNode data, Optional<Path> flag) {
        Path configured = data.path("directory", DEFAULT);
        return new DataSettings(flag.orElse(configured).toAbsolutePath().normalize());
    }
}
