package io.hostpulse.benchmarks.fanout;

import io.netty.buffer.ByteBuf;

/** A server that is measured: it lets clients in and is told what to send them. */
interface MeasuredServer extends AutoCloseable {

    /** Where it listens. */
    int port();

    /** Sends a message to all who have taken the last one; returns when it has tried all. Takes the message over. */
    void broadcast(ByteBuf message);

    @Override
    void close();
}
