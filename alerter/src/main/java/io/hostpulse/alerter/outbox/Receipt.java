package io.hostpulse.alerter.outbox;

import java.util.List;

/**
 * What finally became of a notification at one handler.
 *
 * @param handler the handler's name
 * @param key the notification's
 * @param alerts the ids of the alerts it was about
 * @param fate what became of it
 * @param at when, epoch nanoseconds
 * @param tries how often it was sent, or tried to
 * @param took nanoseconds from the decision to send it until now
 * @param answer what the other end said, or why it was given up
 */
public record Receipt(
        String handler, String key, List<String> alerts, Fate fate, long at, int tries, long took, String answer) {

    /** What can become of a notification. */
    public enum Fate {
        /** It arrived. */
        DELIVERED,
        /** The other end will not have it: a dead letter. */
        REFUSED,
        /** It could not be delivered for too long: a dead letter. */
        EXPIRED,
        /** It would tell the end of something whose beginning never arrived. */
        POINTLESS;

        /**
         * Tells whether somebody should look at it.
         *
         * @return whether it is a dead letter, which can be sent again
         */
        public boolean isDead() {
            return this == REFUSED || this == EXPIRED;
        }
    }

    /** Copies the list. */
    public Receipt {
        alerts = List.copyOf(alerts);
    }
}
