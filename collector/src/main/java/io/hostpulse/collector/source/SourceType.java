package io.hostpulse.collector.source;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.PluginType;
import java.time.Duration;

/** A kind of source: its name in the configuration, its defaults, and how to open one. */
public interface SourceType extends PluginType {

    /**
     * Names this kind.
     *
     * @return the name in the configuration and, unless configured otherwise, of the stream
     */
    @Override
    String name();

    /**
     * Says how often it is read unless configured otherwise.
     *
     * @return the default interval
     */
    Duration defaultInterval();

    /**
     * Reads and checks this kind's own options, without touching the hardware.
     *
     * @param options the source's section of the configuration; problems are reported through it
     * @return what opens the source with these options
     */
    Opener configure(ConfigNode options);

    /** Opens a source whose options were checked. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the source.
         *
         * @param context where it is opened
         * @return the open source
         * @throws SourceAbsentException when this host has no such hardware
         */
        Source open(SourceContext context) throws SourceAbsentException;
    }
}
