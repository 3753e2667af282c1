package io.hostpulse.alerter.watch;

import java.time.Duration;

/**
 * How far the rules have come in a stream.
 *
 * @param interval the time between two of its samples
 * @param sampleTime when the newest sample that the rules have seen was taken, epoch nanoseconds; 0 when they have seen none since the
 *     alerter started
 */
public record LastSeen(Duration interval, long sampleTime) {}
