package io.hostpulse.broker.transport;

/** What the configuration may ask for. */
public enum TransportChoice {
    /** The fastest that works here. */
    AUTO,
    /** Linux epoll through Netty's native library. */
    EPOLL,
    /** Linux io_uring through Netty's native library. */
    IO_URING,
    /** Plain Java; works everywhere. */
    NIO
}
