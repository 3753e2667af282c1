package io.hostpulse.alerter.notify.slack;

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

/** The handler {@code slack}. */
public final class SlackHandlerType implements HandlerType {

    /** Makes the kind; it holds nothing. */
    public SlackHandlerType() {}

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Opener configure(ConfigNode options) {
        HttpOptions http = HttpOptions.from(options);
        Optional<HttpTarget> url = http.url(options, "https://hooks.slack.com/services/T…/B…/…");
        Optional<String> channel = options.optionalText("channel");
        Optional<String> username = options.optionalText("username");
        Optional<String> icon = options.optionalText("icon_emoji");
        return surroundings -> {
            HttpTarget target = url.orElseThrow();
            SlackMessage message = new SlackMessage(new NotificationText(surroundings.zone()), channel, username, icon);
            return new PostingHandler(
                    new HttpPoster(http, Map.of(), HttpPoster.secretsIn(target), surroundings.epochNanos()),
                    notification -> JsonPost.of(target, message.of(notification)));
        };
    }
}
