package io.hostpulse.collector.source.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. */
@FunctionalInterface
interface NameLookup {

    /** All addresses of a name or of the literal that it is; at least one. */
    InetAddress[] lookup(String host) throws UnknownHostException;
}
