package io.hostpulse.collector.source.process;

import java.util.Locale;

/** What a process is doing. */
public enum ProcessState {
    /** On a processor or waiting for one. */
    RUNNING,
    /** Waiting for something; can be interrupted. */
    SLEEPING,
    /** Waiting for a disk or the like; cannot be interrupted. */
    DISK_SLEEP,
    /** Stopped by a signal. */
    STOPPED,
    /** Stopped by a debugger. */
    TRACING_STOP,
    /** Has ended; its parent has not yet asked how. */
    ZOMBIE,
    /** A thread of the kernel with nothing to do. */
    IDLE,
    /** Being taken down. */
    DEAD,
    /** A thread of the kernel that is put aside, as on a core that is offline. */
    PARKED,
    /** What the system calls by no name that is known here. */
    OTHER;

    private final String label = name().toLowerCase(Locale.ROOT);

    /**
     * Names the state.
     *
     * @return the name in the data, in lower case
     */
    public String label() {
        return label;
    }

    /** The letters of /proc/PID/stat; see proc(5). */
    static ProcessState of(byte letter) {
        return switch (letter) {
            case 'R' -> RUNNING;
            case 'S' -> SLEEPING;
            case 'D' -> DISK_SLEEP;
            case 'T' -> STOPPED;
            case 't' -> TRACING_STOP;
            case 'Z' -> ZOMBIE;
            case 'I' -> IDLE;
            case 'X', 'x' -> DEAD;
            case 'P' -> PARKED;
            default -> OTHER;
        };
    }
}
