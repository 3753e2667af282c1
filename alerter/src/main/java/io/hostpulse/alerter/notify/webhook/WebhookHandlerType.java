package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.alerter.notify.http.PostingHandler;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpTarget;
import java.util.ArrayList;
import java.util.List;

/** The handler {@code webhook}. */
public final class WebhookHandlerType implements HandlerType {

    /** Makes the kind; it holds nothing. */
    public WebhookHandlerType() {}

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Opener configure(ConfigNode options) {
        WebhookOptions checked = WebhookOptions.from(options);
        return surroundings -> open(checked, surroundings);
    }

    private static Handler open(WebhookOptions options, HandlerSurroundings surroundings) {
        HttpTarget target = options.target().orElseThrow();
        List<Secret> secrets = new ArrayList<>(HttpPoster.secretsIn(target));
        options.signature().ifPresent(signature -> secrets.add(signature.key()));
        HttpPoster poster = new HttpPoster(options.http(), options.headers(), secrets, surroundings.epochNanos());
        WebhookRequests requests = new WebhookRequests(
                target,
                options.method(),
                options.body(surroundings),
                options.compression(),
                options.signature(),
                surroundings.epochNanos());
        return new PostingHandler(poster, requests::of);
    }
}
