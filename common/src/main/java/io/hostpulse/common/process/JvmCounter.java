package io.hostpulse.common.process;

import java.util.OptionalLong;

/** What a process's JVM says of itself in the mark file: counters beside those of the process's own work. */
public enum JvmCounter {
    /** Bytes of the heap that hold objects, garbage included. */
    HEAP_USED("jvm_heap_used_bytes"),
    /** Bytes of the heap that the JVM has got from the system. */
    HEAP_COMMITTED("jvm_heap_committed_bytes"),
    /** Bytes to which the heap may grow; not told when it has no limit. */
    HEAP_MAX("jvm_heap_max_bytes"),
    /** Bytes of classes, compiled code and what else the JVM itself needs. */
    NON_HEAP_USED("jvm_non_heap_used_bytes"),
    /** Bytes of buffers outside of the heap, mapped files not included. */
    DIRECT("jvm_direct_bytes"),
    /** Live Java threads. */
    THREADS("jvm_threads"),
    /** Collections of the young generation. */
    YOUNG_COLLECTIONS("jvm_gc_young_total"),
    /** Milliseconds that they took. */
    YOUNG_MILLIS("jvm_gc_young_ms_total"),
    /** Collections of the old generation or of all. */
    OLD_COLLECTIONS("jvm_gc_old_total"),
    /** Milliseconds that they took. */
    OLD_MILLIS("jvm_gc_old_ms_total");

    private static final String PREFIX = "jvm_";

    private final String label;

    JvmCounter(String label) {
        this.label = label;
    }

    /**
     * Names the counter.
     *
     * @return its label in the mark file
     */
    public String label() {
        return label;
    }

    /**
     * Reads the counter from a mark.
     *
     * @param mark what a process said of itself
     * @return its value; empty when the process does not tell it
     */
    public OptionalLong in(Mark mark) {
        Long value = mark.counters().get(label);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /**
     * Tells these counters from those of the process's own work.
     *
     * @param label the label of any counter
     * @return whether it is one of these
     */
    public static boolean isOne(String label) {
        return label.startsWith(PREFIX);
    }
}
