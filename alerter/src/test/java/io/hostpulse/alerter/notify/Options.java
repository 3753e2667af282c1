package io.hostpulse.alerter.notify;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The section of a handler called {@code it}, as a person writes it.
 *
 * @param directory where the file goes
 * @param lines what stands in the section
 */
public record Options(Path directory, List<String> lines) {

    /** Reads, and fails on any problem or on a key that nobody asked for. */
    public <T> T read(Function<ConfigNode, T> reading) {
        try {
            Path file = Files.writeString(directory.resolve("config.yaml"), text());
            Config config = Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), directory));
            T result = reading.apply(config.root().section("notifications").section("it"));
            config.finish();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads, and returns what people would see. */
    public List<String> problems(Function<ConfigNode, ?> reading) {
        try {
            read(reading);
            return List.of();
        } catch (ConfigException e) {
            return e.getMessage().lines().toList();
        }
    }

    private String text() {
        return "notifications:\n  it:\n"
                + lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }
}
