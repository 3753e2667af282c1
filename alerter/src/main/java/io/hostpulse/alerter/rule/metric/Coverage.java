package io.hostpulse.alerter.rule.metric;

/** How far the way along a path went. */
public enum Coverage {
    /** To the end: what was not there has gone. */
    COMPLETE,
    /** A list or an object on the way could not be read: what was not there may still exist. */
    PARTIAL,
    /** There is no such thing in this snapshot. */
    ABSENT
}
