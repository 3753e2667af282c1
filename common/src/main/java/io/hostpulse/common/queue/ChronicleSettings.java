package io.hostpulse.common.queue;

import java.util.Map;

/**
 * What Chronicle reads from system properties when its classes load, whoever started the JVM and with whatever options. They
 * are the library's only way to be told.
 */
final class ChronicleSettings {

    private static final Map<String, String> PROPERTIES = Map.of(
            // It would post to a web analytics service and leave a client id in the home folder.
            "chronicle.analytics.disable", "true",
            // It would print a banner.
            "chronicle.announcer.disable", "true",
            // It would start a thread that asks every filesystem for its space, also one that hangs.
            "chronicle.disk.monitor.disable", "true");

    private ChronicleSettings() {}

    /** Must come before the first use of a Chronicle class; doing it again changes nothing. */
    static void apply() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
