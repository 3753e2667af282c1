package io.hostpulse.benchmarks.fanout;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.process.EpochClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** What all clients of one event loop have received. Its thread writes; {@link #joined} and {@link #lost} may be asked by any. */
final class Crowd {

    private static final byte[] TICK = "\"tick\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIMESTAMP = "\"timestamp\":\"".getBytes(StandardCharsets.US_ASCII);

    private final EpochClock clock;
    private final Broadcasts broadcasts = new Broadcasts();
    private final Semaphore underway;
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger visits = new AtomicInteger();
    private boolean counts;
    private boolean tellsApart;
    private long messages;
    private long bytes;

    /**
     * Starts with nobody.
     *
     * @param underway gets a permit back for each client that has joined or was lost
     */
    Crowd(EpochClock clock, Semaphore underway) {
        this.clock = clock;
        this.underway = underway;
    }

    void joined() {
        joined.incrementAndGet();
        underway.release();
    }

    /** Somebody was let in, and goes. */
    void visited() {
        visits.incrementAndGet();
        underway.release();
    }

    int visitCount() {
        return visits.get();
    }

    void lost() {
        lost.incrementAndGet();
        underway.release();
    }

    int joinedCount() {
        return joined.get();
    }

    int lostCount() {
        return lost.get();
    }

    /** Begins to count, from nothing; telling broadcasts apart costs time, so a flood is only counted. Loop thread. */
    void begin(boolean apart) {
        counts = true;
        tellsApart = apart;
        messages = 0;
        bytes = 0;
        broadcasts.forget();
    }

    /** Ends counting and tells what was received. Loop thread. */
    Received end() {
        counts = false;
        return new Received(messages, bytes, broadcasts.finished());
    }

    /** What all clients together have received. */
    record Received(long messages, long bytes, List<Broadcasts.Broadcast> broadcasts) {}

    void took(byte[] head, int headLength, long length) {
        if (!counts) {
            return;
        }
        messages++;
        bytes += length;
        if (tellsApart) {
            int at = find(TICK, head, headLength);
            if (at >= 0) {
                broadcasts.received(
                        number(head, at, headLength), () -> stamp(head, headLength), System.nanoTime(), clock);
            }
        }
    }

    private static int find(byte[] wanted, byte[] head, int headLength) {
        for (int at = 0; at + wanted.length <= headLength; at++) {
            int matched = 0;
            while (matched < wanted.length && head[at + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return at + wanted.length;
            }
        }
        return -1;
    }

    private static long number(byte[] head, int from, int headLength) {
        long number = 0;
        for (int at = from; at < headLength && head[at] >= '0' && head[at] <= '9'; at++) {
            number = number * 10 + head[at] - '0';
        }
        return number;
    }

    private static long stamp(byte[] head, int headLength) {
        int from = find(TIMESTAMP, head, headLength);
        int end = from;
        while (end < headLength && head[end] != '"') {
            end++;
        }
        return from < 0 ? 0 : Rfc3339.parse(new String(head, from, end - from, StandardCharsets.US_ASCII));
    }
}
