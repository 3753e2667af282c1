package io.hostpulse.alerter.heartbeat;

import io.hostpulse.common.net.HttpTarget;
import java.util.Optional;

/** What is known of a watchdog besides its URL. */
enum HeartbeatService {
    /** It knows pings and nothing else. */
    PLAIN {
        @Override
        Optional<HttpTarget> failure(HttpTarget ping) {
            return Optional.empty();
        }
    },
    /** Healthchecks, and services that took its form over: the same URL with {@code /fail} says that something is wrong. */
    HEALTHCHECKS {
        @Override
        Optional<HttpTarget> failure(HttpTarget ping) {
            String path = ping.uri().getRawPath() == null ? "" : ping.uri().getRawPath();
            String query = ping.uri().getRawQuery();
            String slash = path.endsWith("/") ? "" : "/";
            return Optional.of(ping.to(path + slash + "fail" + (query == null ? "" : "?" + query)));
        }
    };

    /** Where it is told that something is wrong, if it can be told. */
    abstract Optional<HttpTarget> failure(HttpTarget ping);
}
