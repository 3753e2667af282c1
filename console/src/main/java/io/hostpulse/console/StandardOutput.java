package io.hostpulse.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells what stdout is. {@code System.console()} cannot: before Java 22 it also asks for a terminal at stdin, and from 22 on
 * it is there even without any. On Linux the kernel names the device; where it does not, there is no colour.
 */
final class StandardOutput {

    private static final Path LINK = Path.of("/proc/self/fd/1");

    private StandardOutput() {}

    static boolean isTerminal() {
        if (!Files.isSymbolicLink(LINK)) {
            return false;
        }
        try {
            return isTerminal(Files.readSymbolicLink(LINK).toString());
        } catch (IOException unknown) {
            return false;
        }
    }

    static boolean isTerminal(String device) {
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }
}
