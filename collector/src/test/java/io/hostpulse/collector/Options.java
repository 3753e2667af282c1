package io.hostpulse.collector;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of one source as a configuration in which only a few of them are written. */
record Options(Config config) {

    private static final String SECTION = "options";

    static Options of(String... keysAndValues) {
        List<String> overrides = Arrays.stream(keysAndValues)
                .map(option -> SECTION + "." + option)
                .toList();
        return new Options(Config.load(new ConfigSources(Optional.empty(), overrides, Map.of(), Path.of("/nowhere"))));
    }

    ConfigNode node() {
        return config.root().section(SECTION);
    }

    List<String> problems() {
        try {
            config.finish();
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }
}
