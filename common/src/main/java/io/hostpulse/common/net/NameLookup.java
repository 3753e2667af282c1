package io.hostpulse.common.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface NameLookup {

    /**
     * Looks a name up; it may take as long as the resolver likes.
     *
     * @param host a name, or an address as text
     * @return all its addresses, at least one
     * @throws UnknownHostException when it has none
     */
    InetAddress[] lookup(String host) throws UnknownHostException;
}
