package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.model.Fields;

/** One entry of the journal. Entries in their order tell all that the alerter knows; a restart reads them and nothing else. */
public sealed interface Entry {

    /**
     * An alert changed, and this is how it stands now.
     *
     * @param event what happened, in a word: {@code fired}, {@code level}, {@code acknowledged}, {@code noted}, {@code
     *     flapping}, {@code calm}, {@code resolved}
     * @param alert the alert afterwards
     * @param reason why, where that is not plain; may be empty
     * @param context what else was going on; {@link AlertContext#NONE} unless it has just fired
     */
    record Changed(String event, Alert alert, String reason, AlertContext context) implements Entry {}

    /**
     * A handler is to send something.
     *
     * @param handler the handler's name
     * @param notification what to send
     */
    record Queued(String handler, Notification notification) implements Entry {}

    /**
     * A handler is done with something.
     *
     * @param receipt what became of it
     */
    record Done(Receipt receipt) implements Entry {}

    /**
     * A person asked for something, and it was done or refused.
     *
     * @param order what was asked for
     * @param refusal why it was not done; empty when it was
     */
    record Ordered(Order order, String refusal) implements Entry {}

    /**
     * What the router and the silences have to remember.
     *
     * @param kind whose memory it is
     * @param memory what it remembers now, in its own form
     */
    record Remembered(String kind, Fields memory) implements Entry {}
}
