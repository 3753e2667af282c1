package io.hostpulse.common.net;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * The options that say whom a client may connect to: {@code allow_private} and {@code ca_file}. Immutable.
 *
 * @param allowPrivate whether addresses that are not public may be asked
 * @param tls whose certificates are believed
 */
public record ConnectionOptions(boolean allowPrivate, Supplier<SSLSocketFactory> tls) {

    /** A literal or a name that never leaves this host; everything else must be looked up, which is not the options' business. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*|localhost");

    /**
     * Reads them.
     *
     * @param options the section that holds them; problems are reported through it
     * @return what was read
     */
    public static ConnectionOptions from(ConfigNode options) {
        return new ConnectionOptions(options.flag("allow_private", false), authorities(options));
    }

    /**
     * Makes what connects as these options say.
     *
     * @return a new dialer that uses the system's names
     */
    public Dialer dialer() {
        Function<InetAddress, Optional<String>> refusal = allowPrivate ? any -> Optional.empty() : AddressKind::special;
        return new Dialer(InetAddress::getAllByName, refusal, tls);
    }

    /**
     * Reads a URL, and says now what every question would say of its address.
     *
     * @param options the section it was written in; problems are reported through it
     * @param key the key it was written under
     * @param url what was written; it may hold a secret
     * @return who is to be asked; empty after a problem
     */
    public Optional<HttpTarget> target(ConfigNode options, String key, Secret url) {
        try {
            HttpTarget target = HttpTarget.parse(url.reveal());
            if (!allowPrivate) {
                refuseSpecial(target);
            }
            return Optional.of(target);
        } catch (IllegalArgumentException e) {
            options.problem(key, e.getMessage());
            return Optional.empty();
        }
    }

    private static void refuseSpecial(HttpTarget target) {
        if (LITERAL.matcher(target.host()).matches()) {
            AddressKind.special(literal(target.host())).ifPresent(kind -> {
                throw new IllegalArgumentException(
                        target.host() + " is " + kind + ": write 'allow_private: true' if it is to be asked");
            });
        }
    }

    private static InetAddress literal(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(host + " is no address", e);
        }
    }

    /**
     * Reads {@code ca_file}.
     *
     * @param options the section; problems are reported through it
     * @return what encrypts and believes only these authorities; Java's own list without that key
     */
    public static Supplier<SSLSocketFactory> authorities(ConfigNode options) {
        if (options.optionalText("ca_file").isEmpty()) {
            return TrustedAuthorities::usual;
        }
        Path file = options.path("ca_file", Path.of(""));
        try {
            SSLSocketFactory factory = TrustedAuthorities.in(file);
            return () -> factory;
        } catch (IOException e) {
            options.problem("ca_file", "the file " + file + " cannot be used: " + e);
            return TrustedAuthorities::usual;
        }
    }
}
