package io.hostpulse.alerter.heartbeat;

import io.hostpulse.alerter.notify.http.HttpOptions;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.net.HttpHeaders;
import io.hostpulse.common.net.HttpTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The section {@code alerts.heartbeat}. Immutable.
 *
 * @param http how to connect
 * @param ping who is called while all is well; empty when nobody is
 * @param failure who is called while it is not, if anybody is
 * @param method how
 * @param headers what goes with it
 * @param interval the time between two pings, 10 s to 1 d
 * @param streams the streams that must be fresh; empty means those that should be there
 * @param failingAfter after which time without success a handler counts as failing, 1 m to 1 d
 */
public record HeartbeatSettings(
        HttpOptions http,
        Optional<HttpTarget> ping,
        Optional<HttpTarget> failure,
        HeartbeatMethod method,
        Map<String, Secret> headers,
        Duration interval,
        List<String> streams,
        Duration failingAfter) {

    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(1);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);
    private static final Duration USUAL_FAILING = Duration.ofMinutes(5);
    private static final Duration SHORTEST_FAILING = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Copies the collections. */
    public HeartbeatSettings {
        headers = Map.copyOf(headers);
        streams = List.copyOf(streams);
    }

    /**
     * Reads the section.
     *
     * @param alerts the section {@code alerts}; problems are reported through it
     * @return its settings
     */
    public static HeartbeatSettings read(ConfigNode alerts) {
        ConfigNode node = alerts.section("heartbeat");
        HttpOptions http = HttpOptions.from(node);
        Optional<HttpTarget> ping = target(node, http, "url");
        Optional<HttpTarget> failure = target(node, http, "fail_url");
        HeartbeatService service = node.choice("service", HeartbeatService.PLAIN);
        if (node.keys().contains("fail_url") && service != HeartbeatService.PLAIN) {
            node.problem("fail_url", "is known from 'service' already: keep one of them");
        }
        List<String> streams = node.texts("streams", List.of());
        streams.stream()
                .filter(name -> !StreamName.isValid(name))
                .forEach(name -> node.problem("streams", "'" + name + "' is no stream's name"));
        return new HeartbeatSettings(
                http,
                ping,
                failure.or(() -> ping.flatMap(service::failure)),
                node.choice("method", HeartbeatMethod.GET),
                HttpHeaders.from(node),
                node.duration("interval", USUAL_INTERVAL, SHORTEST_INTERVAL, LONGEST),
                streams,
                node.duration("failing_after", USUAL_FAILING, SHORTEST_FAILING, LONGEST));
    }

    private static Optional<HttpTarget> target(ConfigNode node, HttpOptions http, String key) {
        return node.secret(key).flatMap(url -> http.connection().target(node, key, url));
    }

    /**
     * Tells whether anybody waits for a sign of life.
     *
     * @return whether there is a URL
     */
    public boolean isWanted() {
        return ping.isPresent();
    }
}
