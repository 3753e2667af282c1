package io.hostpulse.console.alerts;

import io.hostpulse.console.payload.RecordFields;
import java.util.List;

/**
 * What finally became of a notification at one handler.
 *
 * @param handler the handler's name
 * @param key the notification's
 * @param alerts the ids of the alerts it was about
 * @param fate {@code delivered}, {@code refused}, {@code expired} or {@code pointless}
 * @param at when, epoch nanoseconds
 * @param tries how often it was tried
 * @param took nanoseconds from the decision to send it until then
 * @param answer what the other end said, or why it was given up
 */
record Delivery(
        String handler, String key, List<String> alerts, String fate, long at, long tries, long took, String answer) {

    private static final String DELIVERED = "delivered";

    static Delivery of(RecordFields receipt) {
        return new Delivery(
                receipt.text("handler").orElse("?"),
                receipt.text("key").orElse(""),
                receipt.texts("alerts"),
                receipt.text("fate").orElse("?"),
                receipt.time("timestamp").orElse(0),
                receipt.whole("tries").orElse(0),
                receipt.whole("took_ns").orElse(0),
                receipt.text("answer").orElse(""));
    }

    boolean arrived() {
        return fate.equals(DELIVERED);
    }

    /** Its beginning never arrived, so nobody waits for its end: nothing is wrong. */
    boolean isPointless() {
        return fate.equals("pointless");
    }
}
