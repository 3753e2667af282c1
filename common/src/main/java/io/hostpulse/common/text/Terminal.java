package io.hostpulse.common.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells whether stdout or stderr is a terminal. {@code System.console()} cannot: before Java 22 it also asks for a terminal
 * at stdin, and from 22 on it is there even without any. On Linux the kernel names the device behind each of them; where
 * it does not, there is no colour.
 */
public final class Terminal {

    private static final Path LINKS = Path.of("/proc/self/fd");

    private Terminal() {}

    /**
     * Looks behind stdout.
     *
     * @return whether a person sees it as it is written
     */
    public static boolean isAtStdout() {
        return isTerminal(LINKS.resolve("1"));
    }

    /**
     * Looks behind stderr.
     *
     * @return whether a person sees it as it is written
     */
    public static boolean isAtStderr() {
        return isTerminal(LINKS.resolve("2"));
    }

    private static boolean isTerminal(Path link) {
        try {
            return Files.isSymbolicLink(link)
                    && isTerminal(Files.readSymbolicLink(link).toString());
        } catch (IOException unknown) {
            return false;
        }
    }

    static boolean isTerminal(String device) {
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }
}
