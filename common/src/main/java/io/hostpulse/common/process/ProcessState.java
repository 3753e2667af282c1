package io.hostpulse.common.process;

/** What a process says of itself in its mark file. The order is part of the file's format. */
public enum ProcessState {
    /** It opens what it needs. */
    STARTING,
    /** It does its work. */
    RUNNING,
    /** It was told to stop and finishes what it began. */
    DRAINING,
    /** It ended by itself; a process that was killed still shows its last state. */
    STOPPED
}
