package io.hostpulse.alerter.notify.teams;

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

/** The handler {@code teams}. */
public final class TeamsHandlerType implements HandlerType {

    /** Makes the kind; it holds nothing. */
    public TeamsHandlerType() {}

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public Opener configure(ConfigNode options) {
        HttpOptions http = HttpOptions.from(options);
        Optional<HttpTarget> url = http.url(options, "https://….logic.azure.com/workflows/…");

        return surroundings -> {
            HttpTarget target = url.orElseThrow();
            TeamsMessage message = new TeamsMessage(new NotificationText(surroundings.zone()));
            return new PostingHandler(
                    new HttpPoster(http, Map.of(), HttpPoster.secretsIn(target), surroundings.epochNanos()),
                    notification -> JsonPost.of(target, message.of(notification)));
        };
    }
}
