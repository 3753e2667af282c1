package io.hostpulse.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that looks at one Hostpulse. */
final class CommonOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration; config.yaml unless given.")
    private Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The data directory; stronger than the configuration.")
    private Path data;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, stronger than the file; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    Setup in(Surroundings surroundings) {
        return new Setup(Optional.ofNullable(config), Optional.ofNullable(data), settings, surroundings);
    }
}
