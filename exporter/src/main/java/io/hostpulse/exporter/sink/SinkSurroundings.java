package io.hostpulse.exporter.sink;

import io.hostpulse.common.process.DataDirectory;
import java.nio.file.Path;

/**
 * What the process has for a sink.
 *
 * @param name the sink's name in the configuration
 * @param data the data directory, where also the streams are
 */
public record SinkSurroundings(String name, DataDirectory data) {

    /**
     * Where the sink may keep what it has to remember.
     *
     * @return a directory of its own, which need not exist yet
     */
    public Path memory() {
        return data.root().resolve("exporter").resolve(name);
    }

    /**
     * Where the sink writes files unless it is configured otherwise.
     *
     * @return a directory of its own, which need not exist yet
     */
    public Path exports() {
        return data.root().resolve("exports").resolve(name);
    }
}
