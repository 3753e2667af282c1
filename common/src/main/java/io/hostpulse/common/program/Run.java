package io.hostpulse.common.program;

import java.time.Duration;

/**
 * How one run of the program ended.
 *
 * @param exitCode what it ended with; 128 and the signal's number when a signal ended it
 * @param duration how long it ran
 * @param output what it wrote to its standard output, as far as it is kept
 * @param errors the end of what it wrote to its standard error
 */
public record Run(int exitCode, Duration duration, Output output, String errors) {}
