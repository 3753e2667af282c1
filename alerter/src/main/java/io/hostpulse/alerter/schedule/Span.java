package io.hostpulse.alerter.schedule;

/** A piece of real time, epoch nanoseconds: the start is in it, the end is not. */
record Span(long start, long end) {

    boolean contains(long time) {
        return start <= time && time < end;
    }

    boolean isEmpty() {
        return start >= end;
    }
}
