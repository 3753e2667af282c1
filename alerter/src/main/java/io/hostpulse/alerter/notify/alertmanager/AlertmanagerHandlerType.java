package io.hostpulse.alerter.notify.alertmanager;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.http.HttpOptions;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpHeaders;
import io.hostpulse.common.net.HttpTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handler {@code alertmanager}. */
public final class AlertmanagerHandlerType implements HandlerType {

    private static final String API = "/api/v2/alerts";

    /** One after the other, and all within a minute. */
    private static final int MOST_MEMBERS = 5;

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration EXPIRES = Duration.ofDays(1);

    /** Makes the kind; it holds nothing. */
    public AlertmanagerHandlerType() {}

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public Opener configure(ConfigNode options) {
        HttpOptions http = HttpOptions.from(options, LONGEST_TIMEOUT);
        List<HttpTarget> members = members(options, http);
        Map<String, Secret> headers = HttpHeaders.from(options);
        AlertmanagerAlerts alerts = new AlertmanagerAlerts(
                options.duration("expires", EXPIRES, Duration.ofMinutes(5), Duration.ofDays(30)),
                generatorUrl(options));
        return surroundings -> new AlertmanagerHandler(
                members, alerts, new HttpPoster(http, headers, List.of(), surroundings.epochNanos()));
    }

    private static Optional<String> generatorUrl(ConfigNode options) {
        Optional<String> url = options.optionalText("generator_url");
        try {
            url.ifPresent(HttpTarget::parse);
            return url;
        } catch (IllegalArgumentException e) {
            options.problem("generator_url", e.getMessage());
            return Optional.empty();
        }
    }

    private static List<HttpTarget> members(ConfigNode options, HttpOptions http) {
        List<String> urls = options.texts("urls", List.of());
        if (urls.isEmpty() || urls.size() > MOST_MEMBERS) {
            options.problem(
                    "urls",
                    "must be 1 to " + MOST_MEMBERS + " addresses of one cluster, such as http://am.example:9093");
        }
        return urls.stream()
                .map(url -> url.replaceAll("/+$", "") + API)
                .flatMap(url -> http.connection().target(options, "urls", new Secret(url)).stream())
                .toList();
    }
}
