package io.hostpulse.common.plugin;

import java.nio.file.Path;

/** A plugin failed where it must not. The message names its jar. */
public final class BrokenPluginException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Blames a plugin.
     *
     * @param jar where it is
     * @param reason what it did, behind its name
     * @param cause what it threw
     */
    public BrokenPluginException(Path jar, String reason, Throwable cause) {
        super("the plugin " + jar + " " + reason, cause);
    }
}
