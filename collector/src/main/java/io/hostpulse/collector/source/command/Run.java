package io.hostpulse.collector.source.command;

import java.time.Duration;

/**
 * How one run of the program ended.
 *
 * @param exitCode what it ended with; 128 and the signal's number when a signal ended it
 * @param duration how long it ran
 * @param output what it wrote to its standard output
 * @param errors the end of what it wrote to its standard error
 */
record Run(int exitCode, Duration duration, byte[] output, String errors) {}
