package io.hostpulse.alerter.notify.pagerduty;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.alerter.notify.http.JsonPost;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.net.HttpTarget;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Sends one event for each alert, and goes on where it stopped when the same notification is tried again. Should that be forgotten, by a
 * restart, events come twice with the same key, which changes nothing there.
 */
final class PagerDutyHandler implements Handler {

    /** With the last event's own time-out it is less than a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpTarget target;
    private final PagerDutyEvent event;
    private final HttpPoster poster;
    private final LongSupplier nanoTime;
    private final Set<String> taken = new HashSet<>();
    private String key = "";

    PagerDutyHandler(HttpTarget target, PagerDutyEvent event, HttpPoster poster, LongSupplier nanoTime) {
        this.target = target;
        this.event = event;
        this.poster = poster;
        this.nanoTime = nanoTime;
    }

    @Override
    public Outcome send(Notification notification) {
        if (!notification.key().equals(key)) {
            taken.clear();
            key = notification.key();
        }
        long begin = nanoTime.getAsLong();
        for (Alert alert : notification.alerts()) {
            if (nanoTime.getAsLong() - begin > PATIENCE.toNanos()) {
                return new Outcome.TryAgain(progress(notification), Optional.empty());
            }
            Outcome outcome = taken.contains(alert.id()) ? delivered(notification) : send(alert, notification);
            if (!(outcome instanceof Outcome.Delivered)) {
                return outcome;
            }
            taken.add(alert.id());
        }
        return delivered(notification);
    }

    private Outcome send(Alert alert, Notification notification) {
        Outcome outcome = poster.send(JsonPost.of(target, event.of(alert, notification)));
        boolean isTest = notification.kind() == Notification.Kind.TEST;
        // Nobody should have to end an incident that never was.
        return isTest && outcome instanceof Outcome.Delivered
                ? poster.send(JsonPost.of(target, event.end(alert)))
                : outcome;
    }

    private static Outcome delivered(Notification notification) {
        return new Outcome.Delivered(notification.alerts().size() + " events taken");
    }

    private String progress(Notification notification) {
        return target + ": took " + taken.size() + " of "
                + notification.alerts().size() + " events in " + PATIENCE.toSeconds() + " s; the others follow";
    }

    @Override
    public void close() {
        poster.close();
    }
}
