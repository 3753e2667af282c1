package io.hostpulse.collector.source.http;

import io.hostpulse.collector.source.json.JsonMetrics;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.net.ConnectionOptions;
import io.hostpulse.common.net.HttpHeaders;
import io.hostpulse.common.net.HttpLimits;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import io.hostpulse.common.net.Redirects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The options of a source of type http.
 *
 * @param request what is asked; empty after a problem with its URL
 * @param connection whom it may connect to
 * @param limits how far a read may go
 * @param redirects what is asked when an answer points elsewhere
 * @param metrics which values are taken
 */
record HttpOptions(
        Optional<HttpRequest> request,
        ConnectionOptions connection,
        HttpLimits limits,
        Redirects redirects,
        JsonMetrics metrics) {

    static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long MB = 1L << 20;
    private static final Secret JSON = new Secret("application/json");

    static HttpOptions from(ConfigNode options) {
        ConnectionOptions connection = ConnectionOptions.from(options);
        return new HttpOptions(
                request(options, connection),
                connection,
                limits(options),
                options.flag("follow_redirects", false) ? new ReadRedirects() : Redirects.NONE,
                JsonMetrics.from(options));
    }

    private static Optional<HttpRequest> request(ConfigNode options, ConnectionOptions connection) {
        HttpMethod method = options.choice("method", HttpMethod.GET);
        Optional<Secret> body = options.secret("body");
        if (body.isPresent() && method != HttpMethod.POST) {
            options.problem("body", "is sent with 'method: POST' only");
        }
        Map<String, Secret> headers = headers(options, body.isPresent());
        Optional<byte[]> content = method == HttpMethod.POST ? Optional.of(bytes(body)) : Optional.empty();
        return target(options, connection).map(target -> new HttpRequest(target, method.name(), headers, content));
    }

    private static Map<String, Secret> headers(ConfigNode options, boolean hasBody) {
        Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(HttpHeaders.from(options));
        if (hasBody) {
            headers.putIfAbsent("Content-Type", JSON);
        }
        return headers;
    }

    private static byte[] bytes(Optional<Secret> body) {
        return body.map(Secret::reveal).orElse("").getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<HttpTarget> target(ConfigNode options, ConnectionOptions connection) {
        Optional<Secret> url = options.secret("url");
        if (url.isEmpty()) {
            options.problem("url", "is missing: say what is to be asked, such as https://example.org/health");
        }
        return url.flatMap(text -> connection.target(options, "url", text));
    }

    private static HttpLimits limits(ConfigNode options) {
        Duration timeout = timeout(options);
        int maxBody = (int) options.size("max_body", MB, 1 << 10, 4 * MB);
        return new HttpLimits(timeout, timeout, maxBody, true);
    }

    private static Duration timeout(ConfigNode options) {
        Duration deadline = SourceSettings.deadlineOf(options, INTERVAL);
        Duration usual = deadline.compareTo(TIMEOUT) < 0 ? deadline : TIMEOUT;
        return options.duration("timeout", usual, Duration.ofMillis(10), deadline);
    }
}
