package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.violation.ViolationReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What the process has for a handler.
 *
 * @param name the handler's name in the configuration
 * @param directory the data directory, for what it writes unless a path is configured
 * @param epochNanos the time
 * @param console where people see what the process says
 * @param zone whose clock is shown to people
 * @param violations adds to an alert what else was measured at its moment
 */
public record HandlerSurroundings(
        String name,
        Path directory,
        LongSupplier epochNanos,
        PrintStream console,
        ZoneId zone,
        Function<Alert, ViolationReport> violations) {

    /**
     * Knows nothing of what else was measured.
     *
     * @param name the handler's name in the configuration
     * @param directory the data directory
     * @param epochNanos the time
     * @param console where people see what the process says
     * @param zone whose clock is shown to people
     */
    public HandlerSurroundings(String name, Path directory, LongSupplier epochNanos, PrintStream console, ZoneId zone) {
        this(name, directory, epochNanos, console, zone, alert -> ViolationReport.without(alert, "it was not read"));
    }

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
