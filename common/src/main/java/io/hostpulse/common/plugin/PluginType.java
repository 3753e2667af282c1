package io.hostpulse.common.plugin;

/** What a plugin offers: a kind of something, which the configuration calls by its name. */
public interface PluginType {

    /**
     * Names this kind.
     *
     * @return the {@code type} in the configuration
     */
    String name();
}
