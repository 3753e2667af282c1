package io.hostpulse.alerter.notify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * What the process has for a handler.
 *
 * @param name the handler's name in the configuration
 * @param directory the data directory, for what it writes unless a path is configured
 * @param epochNanos the time
 * @param console where people see what the process says
 */
public record HandlerSurroundings(String name, Path directory, LongSupplier epochNanos, PrintStream console) {}
