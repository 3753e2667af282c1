package io.hostpulse.alerter.notify.pagerduty;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.http.HttpOptions;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handler {@code pagerduty}. */
public final class PagerDutyHandlerType implements HandlerType {

    private static final String URL = "https://events.pagerduty.com/v2/enqueue";
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);

    /** Makes the kind; it holds nothing. */
    public PagerDutyHandlerType() {}

    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public Opener configure(ConfigNode options) {
        HttpOptions http = HttpOptions.from(options, LONGEST_TIMEOUT);
        Optional<HttpTarget> url =
                http.connection().target(options, "url", options.secret("url").orElse(new Secret(URL)));
        Optional<Secret> key = options.secret("routing_key");
        if (key.isEmpty()) {
            options.problem(
                    "routing_key",
                    "is missing: it is the integration key of a service (Events API v2); or name a file"
                            + " with 'routing_key_file'");
        }
        return surroundings -> new PagerDutyHandler(
                url.orElseThrow(),
                new PagerDutyEvent(key.orElseThrow()),
                new HttpPoster(http, Map.of(), secrets(url, key), surroundings.epochNanos()),
                System::nanoTime);
    }

    private static List<Secret> secrets(Optional<HttpTarget> url, Optional<Secret> key) {
        List<Secret> secrets = new ArrayList<>(HttpPoster.secretsIn(url.orElseThrow()));
        secrets.add(key.orElseThrow());
        return secrets;
    }
}
