package io.hostpulse.alerter.notify.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** When lines are coloured. */
enum ColorChoice {
    /** On a terminal, unless the user wants none there. */
    AUTO,
    /** Whatever is there. */
    ALWAYS,
    /** Not at all. */
    NEVER;

    private static final Path STDOUT = Path.of("/proc/self/fd/1");

    boolean isOn(Map<String, String> environment) {
        return this == ALWAYS || (this == AUTO && isWanted(environment) && isTerminal(STDOUT));
    }

    static boolean isWanted(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** System.console() cannot tell: before Java 22 it also asks for a terminal at stdin, and from 22 on it is always there. */
    private static boolean isTerminal(Path link) {
        try {
            String device =
                    Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException unknown) {
            return false;
        }
    }
}
