package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.route.RoutingEvent;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.Note;

/** What a person did while the recording was made. It is done again, where there is something to do it to. */
sealed interface Deed {

    /** When, epoch nanoseconds. */
    long at();

    /** Somebody made, changed, ended or removed a silence. */
    record Silenced(long at, RoutingEvent event) implements Deed {}

    /** Somebody took care of an alert. */
    record Acknowledged(long at, AlertKey alert, Note note) implements Deed {}

    /** Somebody said that an alert is over. */
    record Resolved(long at, AlertKey alert) implements Deed {}
}
