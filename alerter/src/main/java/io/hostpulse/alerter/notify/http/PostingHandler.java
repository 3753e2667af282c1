package io.hostpulse.alerter.notify.http;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.net.HttpRequest;
import java.util.function.Function;

/** Sends each notification as one post. */
public final class PostingHandler implements Handler {

    private final HttpPoster poster;
    private final Function<Notification, HttpRequest> post;

    /**
     * Makes it.
     *
     * @param poster what posts; it is closed with the handler
     * @param post makes the post of a notification
     */
    public PostingHandler(HttpPoster poster, Function<Notification, HttpRequest> post) {
        this.poster = poster;
        this.post = post;
    }

    @Override
    public Outcome send(Notification notification) {
        return poster.send(post.apply(notification));
    }

    @Override
    public void close() {
        poster.close();
    }
}
