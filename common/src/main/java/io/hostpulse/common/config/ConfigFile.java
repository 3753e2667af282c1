package io.hostpulse.common.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file to read.
 *
 * @param path where it is
 * @param shown how the user named it, for messages
 * @param required whether its absence is a problem: it is when the user asked for it
 */
record ConfigFile(Path path, String shown, boolean required) {

    static final String DEFAULT_NAME = "config.yaml";

    static ConfigFile locate(ConfigSources sources) {
        return sources.file()
                .map(named -> new ConfigFile(sources.workingDirectory().resolve(named), named.toString(), true))
                .orElseGet(() -> new ConfigFile(sources.workingDirectory().resolve(DEFAULT_NAME), DEFAULT_NAME, false));
    }

    // What relative paths in the file are relative to.
    Path directory() {
        return path.toAbsolutePath().normalize().getParent();
    }

    /** Reads it; one that cannot be understood ends the reading, for its defaults would only raise false problems. */
    Written.Section read(Problems problems) {
        if (!required && Files.notExists(path)) {
            return Written.Section.EMPTY;
        }
        try {
            return new YamlParser(shown, problems).parse(FileText.read(path, YamlParser.MAX_SIZE));
        } catch (BadValueException bad) {
            throw problems.fatal(new Origin.InFile(shown, 0), "the file " + bad.getMessage());
        }
    }
}
