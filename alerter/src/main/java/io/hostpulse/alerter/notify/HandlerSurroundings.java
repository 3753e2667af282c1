package io.hostpulse.alerter.notify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * What the process has for a handler.
 *
 * @param name the handler's name in the configuration
 * @param directory the data directory, for what it writes unless a path is configured
 * @param epochNanos the time
 * @param console where people see what the process says
 * @param zone whose clock is shown to people
 */
public record HandlerSurroundings(
        String name, Path directory, LongSupplier epochNanos, PrintStream console, ZoneId zone) {

    /**
     * Shows UTC.
     *
     * @param name the handler's name in the configuration
     * @param directory the data directory
     * @param epochNanos the time
     * @param console where people see what the process says
     */
    public HandlerSurroundings(String name, Path directory, LongSupplier epochNanos, PrintStream console) {
        this(name, directory, epochNanos, console, ZoneOffset.UTC);
    }
}
