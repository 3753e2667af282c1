package io.hostpulse.collector.source.http;

import io.hostpulse.collector.source.json.JsonMetrics;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.config.SourceSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * The options of a source of type http.
 *
 * @param question what is asked; its target is null after a problem
 * @param limits how far a read may go
 * @param allowPrivate whether addresses that are not public may be asked
 * @param tls whose certificates are believed
 * @param metrics which values are taken
 */
record HttpOptions(
        HttpQuestion question,
        HttpLimits limits,
        boolean allowPrivate,
        Supplier<SSLSocketFactory> tls,
        JsonMetrics metrics) {

    static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long MB = 1L << 20;

    /** A literal or a name that never leaves this host; everything else must be looked up, which is not the options' business. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*|localhost");

    static HttpOptions from(ConfigNode options) {
        boolean allowPrivate = options.flag("allow_private", false);
        HttpMethod method = options.choice("method", HttpMethod.GET);
        Optional<Secret> body = options.secret("body");
        if (body.isPresent() && method != HttpMethod.POST) {
            options.problem("body", "is sent with 'method: POST' only");
        }
        HttpQuestion question =
                new HttpQuestion(target(options, allowPrivate), method, HttpHeaders.from(options), body);
        HttpLimits limits = new HttpLimits(
                timeout(options),
                options.size("max_body", MB, 1 << 10, 4 * MB),
                options.flag("follow_redirects", false));
        return new HttpOptions(question, limits, allowPrivate, authorities(options), JsonMetrics.from(options));
    }

    private static Duration timeout(ConfigNode options) {
        Duration deadline = SourceSettings.deadlineOf(options, INTERVAL);
        Duration usual = deadline.compareTo(TIMEOUT) < 0 ? deadline : TIMEOUT;
        return options.duration("timeout", usual, Duration.ofMillis(10), deadline);
    }

    private static HttpTarget target(ConfigNode options, boolean allowPrivate) {
        Optional<Secret> url = options.secret("url");
        if (url.isEmpty()) {
            options.problem("url", "is missing: say what is to be asked, such as https://example.org/health");
            return null;
        }
        try {
            HttpTarget target = HttpTarget.parse(url.get().reveal());
            if (!allowPrivate) {
                refuseSpecial(target);
            }
            return target;
        } catch (IllegalArgumentException e) {
            options.problem("url", e.getMessage());
            return null;
        }
    }

    /** Says now what every read would say. */
    private static void refuseSpecial(HttpTarget target) {
        if (LITERAL.matcher(target.host()).matches()) {
            try {
                AddressKind.special(InetAddress.getByName(target.host())).ifPresent(kind -> {
                    throw new IllegalArgumentException(
                            target.host() + " is " + kind + ": write 'allow_private: true' if it is to be asked");
                });
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(target.host() + " is no address", e);
            }
        }
    }

    private static Supplier<SSLSocketFactory> authorities(ConfigNode options) {
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
