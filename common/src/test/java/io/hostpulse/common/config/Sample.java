package io.hostpulse.common.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A configuration as a test writes it: a file in a directory, flags and variables. */
record Sample(Path directory, String yaml, List<String> flags, Map<String, String> variables) {

    static Sample in(Path directory) {
        return new Sample(directory, "", List.of(), Map.of());
    }

    Sample file(String text) {
        return new Sample(directory, text, flags, variables);
    }

    Sample flags(String... values) {
        return new Sample(directory, yaml, List.of(values), variables);
    }

    Sample variable(String name, String value) {
        return new Sample(directory, yaml, flags, Map.of(name, value));
    }

    ConfigSources sources() {
        try {
            Files.writeString(directory.resolve("config.yaml"), yaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ConfigSources(Optional.empty(), flags, variables, directory);
    }

    Config load() {
        return Config.load(sources());
    }

    ConfigNode root() {
        return load().root();
    }

    /** Reads as the program would, and returns the lines that people would see. */
    List<String> problems(Consumer<ConfigNode> reading) {
        try {
            Config config = load();
            reading.accept(config.root());
            config.finish();
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.getMessage().lines().toList();
        }
    }
}
