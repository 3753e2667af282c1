package io.hostpulse.alerter.notify.telegram;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.http.HttpOptions;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.alerter.notify.http.JsonPost;
import io.hostpulse.alerter.notify.http.PostingHandler;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The handler {@code telegram}. The bot's token is a part of the URL, so that URL is never shown. */
public final class TelegramHandlerType implements HandlerType {

    private static final String API = "https://api.telegram.org";
    private static final Pattern TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]+");

    /** Makes the kind; it holds nothing. */
    public TelegramHandlerType() {}

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public Opener configure(ConfigNode options) {
        HttpOptions http = HttpOptions.from(options);
        Optional<Secret> token = token(options);
        String api = options.text("api_url", API).replaceAll("/+$", "");
        Optional<HttpTarget> url = token.flatMap(secret -> http.connection()
                .target(options, "api_url", new Secret(api + "/bot" + secret.reveal() + "/sendMessage")));
        String chat = chat(options);
        int thread = options.whole("thread", 0, 0, Integer.MAX_VALUE);
        OptionalInt topic = thread == 0 ? OptionalInt.empty() : OptionalInt.of(thread);
        return surroundings -> open(
                url.orElseThrow(),
                new TelegramMessage(new NotificationText(surroundings.zone()), chat, topic),
                new HttpPoster(http, Map.of(), secrets(url, token), surroundings.epochNanos()));
    }

    private static Optional<Secret> token(ConfigNode options) {
        Optional<Secret> token = options.secret("token");
        if (token.isEmpty()) {
            options.problem("token", "is missing: it is what @BotFather gave, or name a file with 'token_file'");
        } else if (!TOKEN.matcher(token.get().reveal()).matches()) {
            options.problem("token", "is no token of a bot: it is a number, a colon, and letters");
            return Optional.empty();
        }
        return token;
    }

    private static String chat(ConfigNode options) {
        String chat = options.text("chat", "");
        if (chat.isEmpty()) {
            options.problem("chat", "is missing: write the number of a chat, or @channel");
        }
        return chat;
    }

    private static List<Secret> secrets(Optional<HttpTarget> url, Optional<Secret> token) {
        List<Secret> secrets = new ArrayList<>(HttpPoster.secretsIn(url.orElseThrow()));
        token.ifPresent(secrets::add);
        return secrets;
    }

    private static Handler open(HttpTarget target, TelegramMessage message, HttpPoster poster) {
        return new PostingHandler(poster, notification -> JsonPost.of(target, message.of(notification)));
    }
}
