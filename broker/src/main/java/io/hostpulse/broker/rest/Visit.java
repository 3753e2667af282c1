package io.hostpulse.broker.rest;

import io.hostpulse.common.config.Secret;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What is known of somebody who asks, before anything is believed.
 *
 * @param peer the other end of the connection
 * @param hosts what stands in its Host headers, and the authority of an absolute target
 * @param origin the web page that asks, if one does
 * @param forwarded whether a proxy says that it asks for another
 * @param token what it says to have as a token
 * @param ticket what it says to have as a ticket
 */
public record Visit(
        InetAddress peer,
        List<String> hosts,
        Optional<String> origin,
        boolean forwarded,
        Optional<Secret> token,
        Optional<Secret> ticket) {

    /** Copies the list. */
    public Visit {
        hosts = List.copyOf(hosts);
    }
}
