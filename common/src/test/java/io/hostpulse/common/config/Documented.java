package io.hostpulse.common.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration that is shipped, as seen from a module's folder, and its opposite: nothing written at all. */
final class Documented {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Documented() {}

    static Config file() {
        return load(ROOT.resolve("config.yaml"));
    }

    static Config defaults() {
        return load(Path.of("/dev/null"));
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Config load(Path file) {
        return Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), ROOT));
    }
}
