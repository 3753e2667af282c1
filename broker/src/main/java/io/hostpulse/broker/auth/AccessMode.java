package io.hostpulse.broker.auth;

/** Who needs a token. */
public enum AccessMode {
    /** Whoever is not a program on this machine, or comes through a proxy that says so. */
    REMOTE,
    /** Everybody. */
    ALL,
    /** Nobody: programs on this machine may do everything, everybody else may look. */
    NONE
}
