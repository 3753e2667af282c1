package io.hostpulse.common.process;

import java.nio.ByteBuffer;

/** A number in a mark file, written by one thread and read by anyone, also from other processes. */
public final class Counter {

    private final ByteBuffer buffer;
    private final int at;

    Counter(ByteBuffer buffer, int at) {
        this.buffer = buffer;
        this.at = at;
    }

    /**
     * Replaces the number.
     *
     * @param value the new number
     */
    public void set(long value) {
        MarkLayout.putLong(buffer, at, value);
    }

    /**
     * Adds to the number; only its one writer may.
     *
     * @param amount what to add
     */
    public void add(long amount) {
        set(get() + amount);
    }

    /**
     * Reads the number.
     *
     * @return its present value
     */
    public long get() {
        return MarkLayout.getLong(buffer, at);
    }
}
