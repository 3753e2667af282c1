package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Fields;

/** How many sockets are in each state. Filled by one thread, then read. */
final class ConnectionCounts {

    private static final ConnectionState[] STATES = ConnectionState.values();

    private final long[] counts = new long[STATES.length];

    void add(ConnectionState state) {
        counts[state.ordinal()]++;
    }

    long of(ConnectionState state) {
        return counts[state.ordinal()];
    }

    Fields.Builder fields() {
        Fields.Builder fields = Fields.builder();
        for (ConnectionState state : STATES) {
            if (state != ConnectionState.NEW_SYN_RECV) {
                fields.put(state.field(), shown(state));
            }
        }
        return fields;
    }

    /** The kernel has two numbers for the same moment of a handshake. */
    private long shown(ConnectionState state) {
        return state == ConnectionState.SYN_RECV ? of(state) + of(ConnectionState.NEW_SYN_RECV) : of(state);
    }
}
