package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.common.alert.Alert;

/**
 * Something to tell one handler about an alert.
 *
 * @param tracked the alert
 * @param news what
 */
record Item(Tracked tracked, Verdict.News news) {

    boolean is(Kind kind) {
        return news.kind() == kind;
    }

    /** One that came and went before it could be told is told as it was. */
    Alert shown() {
        return is(Kind.FIRING) ? tracked.lastOn() : tracked.alert();
    }
}
