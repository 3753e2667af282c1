package io.hostpulse.alerter.notify.discord;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.http.HttpOptions;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.alerter.notify.http.JsonPost;
import io.hostpulse.alerter.notify.http.PostingHandler;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.net.HttpTarget;
import java.util.Map;
import java.util.Optional;

/** The handler {@code discord}. */
public final class DiscordHandlerType implements HandlerType {

    /** Makes the kind; it holds nothing. */
    public DiscordHandlerType() {}

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public Opener configure(ConfigNode options) {
        HttpOptions http = HttpOptions.from(options);
        Optional<HttpTarget> url = http.url(options, "https://discord.com/api/webhooks/…/…");
        Optional<String> username = options.optionalText("username");
        return surroundings -> {
            HttpTarget target = url.orElseThrow();
            DiscordMessage message = new DiscordMessage(new NotificationText(surroundings.zone()), username);
            return new PostingHandler(
                    new HttpPoster(http, Map.of(), HttpPoster.secretsIn(target), surroundings.epochNanos()),
                    notification -> JsonPost.of(target, message.of(notification)));
        };
    }
}
