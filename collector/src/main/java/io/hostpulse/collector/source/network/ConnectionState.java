package io.hostpulse.collector.source.network;

import java.util.Locale;

/** The states of a TCP socket in the order of Linux's numbers (include/net/tcp_states.h), which begin with 1. */
enum ConnectionState {
    ESTABLISHED,
    SYN_SENT,
    SYN_RECV,
    FIN_WAIT1,
    FIN_WAIT2,
    TIME_WAIT,
    CLOSE,
    CLOSE_WAIT,
    LAST_ACK,
    LISTEN,
    CLOSING,
    /** A request that has no socket of its own yet. */
    NEW_SYN_RECV;

    private final String field = name().toLowerCase(Locale.ROOT);

    String field() {
        return field;
    }
}
