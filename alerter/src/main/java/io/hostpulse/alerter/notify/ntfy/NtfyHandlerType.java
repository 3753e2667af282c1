package io.hostpulse.alerter.notify.ntfy;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.http.HttpOptions;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.alerter.notify.http.PostingHandler;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpTarget;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The handler {@code ntfy}. Its URL is that of the topic, which is a secret where anybody may read who knows it. */
public final class NtfyHandlerType implements HandlerType {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    /** Makes the kind; it holds nothing. */
    public NtfyHandlerType() {}

    @Override
    public String name() {
        return "ntfy";
    }

    @Override
    public Opener configure(ConfigNode options) {
        HttpOptions http = HttpOptions.from(options);
        Optional<HttpTarget> url = http.url(options, "https://ntfy.sh/a-topic-nobody-guesses");
        Map<String, Secret> headers = token(options)
                .map(token -> Map.of("Authorization", new Secret("Bearer " + token.reveal())))
                .orElse(Map.of());
        return surroundings -> {
            HttpTarget target = url.orElseThrow();
            NtfyMessage message = new NtfyMessage(new NotificationText(surroundings.zone()), target);
            return new PostingHandler(
                    new HttpPoster(http, headers, HttpPoster.secretsIn(target), surroundings.epochNanos()),
                    message::of);
        };
    }

    private static Optional<Secret> token(ConfigNode options) {
        Optional<Secret> token = options.secret("token");
        if (token.isPresent() && !TOKEN.matcher(token.get().reveal()).matches()) {
            options.problem("token", "has a character that no token may have");
            return Optional.empty();
        }
        return token;
    }
}
