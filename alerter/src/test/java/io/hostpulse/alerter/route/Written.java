package io.hostpulse.alerter.route;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section {@code alerts} as a test writes it. */
final class Written {

    private Written() {}

    static RoutingSettings settings(String alerts) {
        Config config = config(alerts);
        RoutingSettings settings = RoutingSettings.read(config.root().section("alerts"));
        config.finish();
        return settings;
    }

    /** The lines that people would see. */
    static List<String> problems(String alerts) {
        try {
            settings(alerts);
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.getMessage()
                    .lines()
                    .map(line -> line.replaceFirst("^.*alerts\\.yaml:", ""))
                    .toList();
        }
    }

    private static Config config(String alerts) {
        try {
            Path directory = Files.createTempDirectory("alerts");
            Path file = directory.resolve("alerts.yaml");
            Files.writeString(file, "alerts:\n" + alerts.indent(2));
            Config config = Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), directory));
            Files.delete(file);
            Files.delete(directory);
            return config;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
