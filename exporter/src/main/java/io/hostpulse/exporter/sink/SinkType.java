package io.hostpulse.exporter.sink;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.PluginType;
import java.util.List;

/** A kind of sink: its name in the configuration, and how to open one. Also provided by plugins. */
public interface SinkType extends PluginType {

    /**
     * Names this kind.
     *
     * @return the {@code type} in the configuration
     */
    @Override
    String name();

    /**
     * Tells which streams a sink of this kind writes unless it is configured otherwise.
     *
     * @return globs of streams; empty for every stream of measurements
     */
    default List<String> streams() {
        return List.of();
    }

    /**
     * Reads and checks this kind's own options, without opening anything.
     *
     * @param options the sink's section of the configuration; problems are reported through it
     * @return what opens the sink with these options
     */
    Opener configure(ConfigNode options);

    /** Opens a sink whose options were checked. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the sink. It must not fail because of what is on the other end; that is for {@link Sink#write}.
         *
         * @param surroundings what the process has for it
         * @return the open sink
         */
        Sink open(SinkSurroundings surroundings);
    }
}
