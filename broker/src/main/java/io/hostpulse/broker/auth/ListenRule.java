package io.hostpulse.broker.auth;

import io.hostpulse.common.process.ProcessFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses to listen where others can reach the broker, unless they are kept out or the configuration says in so many words that they need not be. */
public final class ListenRule {

    private static final Logger LOG = LoggerFactory.getLogger(ListenRule.class);

    private ListenRule() {}

    /**
     * Looks at an address before it is listened on.
     *
     * @param address the address
     * @param settings who may come in
     * @param hasTokens whether anybody has a token
     * @param isEncrypted whether connections are
     * @throws ProcessFailure when strangers could look, or tokens could be read on their way; its message says what to do
     */
    public static void check(
            InetSocketAddress address, AccessSettings settings, boolean hasTokens, boolean isEncrypted) {
        InetAddress where = address.getAddress();
        if (where == null || where.isLoopbackAddress()) {
            return; // a name that is none is told when it cannot be listened on
        }
        if (settings.mode() == AccessMode.NONE) {
            LOG.warn("whoever reaches {} can look, without a token: broker.auth is 'none'", address);
        } else if (!hasTokens) {
            throw refused(
                    address,
                    "others can reach it and there is no token: make one with 'hostpulse token create NAME', or let everybody"
                            + " look with broker.auth: none");
        } else if (!isEncrypted && !settings.allowsPlaintext()) {
            throw refused(
                    address,
                    "tokens would cross the network unencrypted: set broker.tls.certificate and broker.tls.key, or"
                            + " broker.allow_plaintext_tokens: true if something else encrypts");
        }
    }

    private static ProcessFailure refused(InetSocketAddress address, String why) {
        return ProcessFailure.usage("not listening on " + address.getHostString() + ": " + why
                + ". The default broker.host: 127.0.0.1 can be reached from this machine only (docs/SECURITY.md)");
    }
}
