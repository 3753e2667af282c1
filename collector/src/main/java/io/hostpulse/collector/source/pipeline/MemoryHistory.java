package io.hostpulse.collector.source.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * The memory of one life of a process: at most {@value #POINTS} points over a window, and what has come since the newest of
 * them. Used by one thread.
 */
final class MemoryHistory {

    static final int POINTS = 60;

    private final long window;
    private final long spacing;
    private final Deque<Point> points = new ArrayDeque<>(POINTS);

    private long begin;
    private int count;
    private double sum;
    private long min;
    private long max;
    private long leastHeap;

    MemoryHistory(Duration window) {
        this.window = window.toNanos();
        this.spacing = this.window / POINTS;
    }

    /**
     * Takes one reading.
     *
     * @param time of a clock that never goes back, in nanoseconds
     * @return whether a point was completed, so that the trend may have changed
     */
    boolean add(long time, long resident, OptionalLong heap) {
        boolean completed = count > 0 && time - begin >= spacing;
        if (completed) {
            complete();
            dropBefore(time - window);
        }
        if (count == 0) {
            start(time);
        }
        count++;
        sum += resident;
        min = Math.min(min, resident);
        max = Math.max(max, resident);
        leastHeap = Math.min(leastHeap, heap.orElse(-1));
        return completed;
    }

    private void complete() {
        points.addLast(new Point(begin + spacing / 2, sum / count, min, max, leastHeap));
        count = 0;
    }

    private void dropBefore(long time) {
        while (points.size() > POINTS
                || (!points.isEmpty() && points.peekFirst().time() < time)) {
            points.removeFirst();
        }
    }

    private void start(long time) {
        begin = time;
        sum = 0;
        min = Long.MAX_VALUE;
        max = Long.MIN_VALUE;
        leastHeap = Long.MAX_VALUE;
    }

    List<Point> points() {
        return List.copyOf(points);
    }
}
