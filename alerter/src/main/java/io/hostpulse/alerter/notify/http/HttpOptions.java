package io.hostpulse.alerter.notify.http;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.ConnectionOptions;
import io.hostpulse.common.net.HttpLimits;
import io.hostpulse.common.net.HttpTarget;
import java.time.Duration;
import java.util.Optional;

/**
 * The options of everything that posts: {@code timeout}, {@code connect_timeout}, {@code follow_redirects}, {@code allow_private} and
 * {@code ca_file}. Immutable.
 *
 * @param connection whom it may connect to
 * @param limits how far one attempt may go
 * @param followRedirects whether it goes where an answer points
 */
public record HttpOptions(ConnectionOptions connection, HttpLimits limits, boolean followRedirects) {

    /** An attempt must end within a minute, whatever happens. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(50);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofMillis(10);

    /** Enough for any explanation; what is longer is not read. */
    private static final int MAX_BODY = 64 << 10;

    /**
     * Reads them.
     *
     * @param options the handler's section; problems are reported through it
     * @return what was read
     */
    public static HttpOptions from(ConfigNode options) {
        return from(options, LONGEST_TIMEOUT);
    }

    /**
     * Reads them for a handler that makes several attempts one after the other.
     *
     * @param options the handler's section; problems are reported through it
     * @param longest the longest time allowed for one, at least 10 s
     * @return what was read
     */
    public static HttpOptions from(ConfigNode options, Duration longest) {
        Duration timeout = options.duration("timeout", TIMEOUT, SHORTEST, longest);
        Duration connectTimeout = options.duration("connect_timeout", CONNECT_TIMEOUT, SHORTEST, longest);
        return new HttpOptions(
                ConnectionOptions.from(options),
                new HttpLimits(timeout, connectTimeout, MAX_BODY, false),
                options.flag("follow_redirects", false));
    }

    /**
     * Asks for the URL, which is a secret.
     *
     * @param options the handler's section; problems are reported through it
     * @param example what one looks like, for whoever forgot it
     * @return who is posted to; empty after a problem
     */
    public Optional<HttpTarget> url(ConfigNode options, String example) {
        Optional<Secret> url = options.secret("url");
        if (url.isEmpty()) {
            options.problem("url", "is missing: say where to post, such as " + example);
        }
        return url.flatMap(text -> connection.target(options, "url", text));
    }
}
