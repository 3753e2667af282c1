package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of one source as a configuration in which only a few of them are written.
 *
 * @param config the configuration
 */
public record Options(Config config) {

    private static final String SECTION = "options";

    /**
     * Writes options as flags.
     *
     * @param keysAndValues each {@code key=value}
     * @return the options
     */
    public static Options of(String... keysAndValues) {
        List<String> overrides = Arrays.stream(keysAndValues)
                .map(option -> SECTION + "." + option)
                .toList();
        return new Options(Config.load(new ConfigSources(Optional.empty(), overrides, Map.of(), Path.of("/nowhere"))));
    }

    /**
     * Writes options as a file, for lists and whatever a flag cannot say.
     *
     * @param directory where the file is written
     * @param yaml the options, as they would stand below the source's name
     * @return the options
     */
    public static Options inFile(Path directory, String yaml) {
        try {
            Path file = directory.resolve("config.yaml");
            Files.writeString(file, SECTION + ":\n" + yaml.indent(2));
            return new Options(Config.load(ConfigSources.in(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives what a source is opened with that needs nothing of it.
     *
     * @return a clock, and a data directory that does not exist
     */
    public static SourceContext nowhere() {
        return new SourceContext(new DataDirectory(Path.of("/nowhere")), EpochClock.SYSTEM);
    }

    /**
     * Gives the section.
     *
     * @return the options, to be asked
     */
    public ConfigNode node() {
        return config.root().section(SECTION);
    }

    /**
     * Ends the reading.
     *
     * @return what was wrong
     */
    public List<String> problems() {
        try {
            config.finish();
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }
}
