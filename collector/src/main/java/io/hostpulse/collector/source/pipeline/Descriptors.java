package io.hostpulse.collector.source.pipeline;

import java.util.OptionalLong;

/**
 * The files that a process has open. What the system does not tell is empty.
 *
 * @param files all of them, sockets included
 * @param sockets those of them that are sockets
 */
record Descriptors(OptionalLong files, OptionalLong sockets) {

    static final Descriptors NONE = new Descriptors(OptionalLong.empty(), OptionalLong.empty());
}
