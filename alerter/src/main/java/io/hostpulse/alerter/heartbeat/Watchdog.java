package io.hostpulse.alerter.heartbeat;

import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Calls the watchdog outside. Used by one thread. */
final class Watchdog implements AutoCloseable {

    private final HeartbeatSettings settings;
    private final String host;
    private final HttpPoster poster;

    /**
     * Makes it; it connects to nothing yet.
     *
     * @param settings with somebody to call
     */
    Watchdog(HeartbeatSettings settings, String host, LongSupplier epochNanos) {
        this.settings = settings;
        this.host = host;
        List<Secret> secrets =
                new ArrayList<>(HttpPoster.secretsIn(settings.ping().orElseThrow()));
        settings.failure().map(HttpPoster::secretsIn).ifPresent(secrets::addAll);
        this.poster = new HttpPoster(settings.http(), settings.headers(), secrets, epochNanos);
    }

    /** Whether it is called for this. */
    boolean isTold(Beat beat) {
        return beat.isWell() || settings.failure().isPresent();
    }

    Outcome call(Beat beat) {
        HttpTarget target = beat.isWell()
                ? settings.ping().orElseThrow()
                : settings.failure().orElseThrow();
        return poster.send(request(target, beat));
    }

    private HttpRequest request(HttpTarget target, Beat beat) {
        boolean withText = settings.method() == HeartbeatMethod.POST;
        return new HttpRequest(
                target,
                settings.method().name(),
                withText ? Map.of("Content-Type", new Secret("text/plain; charset=utf-8")) : Map.of(),
                withText ? Optional.of(beat.text(host).getBytes(StandardCharsets.UTF_8)) : Optional.empty());
    }

    @Override
    public void close() {
        poster.close();
    }
}
