package io.hostpulse.alerter.replay;

/**
 * A piece of time, both ends included.
 *
 * @param from its first moment, epoch nanoseconds
 * @param to its last moment, not before the first
 */
public record Period(long from, long to) {

    boolean contains(long time) {
        return from <= time && time <= to;
    }

    long length() {
        return to - from;
    }
}
