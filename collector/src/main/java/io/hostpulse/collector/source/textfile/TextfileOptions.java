package io.hostpulse.collector.source.textfile;

import io.hostpulse.common.config.ConfigNode;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The options of a source of type textfile.
 *
 * @param directory where the files are
 * @param maxSeries how many series all files together may have
 */
record TextfileOptions(Path directory, int maxSeries) {

    static final Duration INTERVAL = Duration.ofSeconds(15);

    static TextfileOptions from(ConfigNode options) {
        if (options.optionalText("directory").isEmpty()) {
            options.problem("directory", "is missing: say where the *.prom files are");
        }
        return new TextfileOptions(
                options.path("directory", Path.of("")), options.whole("max_series", 1_000, 1, 10_000));
    }
}
