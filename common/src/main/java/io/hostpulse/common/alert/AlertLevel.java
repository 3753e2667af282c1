package io.hostpulse.common.alert;

/** How bad it is; a later one is worse. */
public enum AlertLevel {
    /** Worth knowing. */
    INFO,
    /** Needs attention in time. */
    WARNING,
    /** Needs attention now. */
    CRITICAL
}
