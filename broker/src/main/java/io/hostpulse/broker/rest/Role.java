package io.hostpulse.broker.rest;

/** What somebody may do. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Looks, and gives orders. */
    OPERATOR
}
