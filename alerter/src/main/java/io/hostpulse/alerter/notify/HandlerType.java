package io.hostpulse.alerter.notify;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.PluginType;

/** A kind of handler: its name in the configuration, and how to open one. Also provided by plugins. */
public interface HandlerType extends PluginType {

    /**
     * Names this kind.
     *
     * @return the {@code type} in the configuration
     */
    @Override
    String name();

    /**
     * Reads and checks this kind's own options, without connecting to anything.
     *
     * @param options the handler's section of the configuration; problems are reported through it
     * @return what opens the handler with these options
     */
    Opener configure(ConfigNode options);

    /** Opens a handler whose options were checked. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the handler. It must not fail because of what is on the other end; that is for {@link Handler#send}.
         *
         * @param surroundings what the process has for it
         * @return the open handler
         */
        Handler open(HandlerSurroundings surroundings);
    }
}
