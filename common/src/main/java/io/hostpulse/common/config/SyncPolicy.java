package io.hostpulse.common.config;

/** Who decides when written records reach the disk. */
public enum SyncPolicy {
    /** The kernel, usually within half a minute. */
    NONE,
    /** The writer, which forces them every interval. */
    INTERVAL
}
