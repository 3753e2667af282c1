package io.hostpulse.exporter.plugin;

import java.nio.file.Path;

/** A plugin failed where it must not. The message names its jar. */
public final class BrokenPluginException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenPluginException(Path jar, String reason, Throwable cause) {
        super("the plugin " + jar + " " + reason, cause);
    }
}
