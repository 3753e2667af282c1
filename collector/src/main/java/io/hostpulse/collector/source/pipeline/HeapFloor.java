package io.hostpulse.collector.source.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * The least that was in use of a heap lately: about what its garbage collections left.
 *
 * @param least bytes in use at the least; 0 when not known
 * @param max bytes to which the heap may grow; 0 when not known
 * @param minutes over how long
 */
record HeapFloor(long least, long max, long minutes) {

    static final HeapFloor UNKNOWN = new HeapFloor(0, 0, 0);

    /** Fewer points may lie between two collections. */
    private static final int POINTS = 5;

    static HeapFloor of(List<Point> points, OptionalLong max, Duration window) {
        List<Point> newest = points.subList(Math.max(0, points.size() - POINTS), points.size());
        boolean known = newest.size() == POINTS
                && max.orElse(0) > 0
                && newest.stream().allMatch(point -> point.leastHeap() >= 0);
        return known
                ? new HeapFloor(
                        newest.stream().mapToLong(Point::leastHeap).min().orElseThrow(),
                        max.getAsLong(),
                        window.dividedBy(MemoryHistory.POINTS)
                                .multipliedBy(POINTS)
                                .toMinutes())
                : UNKNOWN;
    }

    /** The part of the largest heap; 0 when not known. */
    double share() {
        return max == 0 ? 0 : (double) least / max;
    }
}
