package io.hostpulse.alerter.trial;

import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.text.Printable;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of a test.
 *
 * @param outcome what the handler says
 * @param nanos how long it took
 */
public record Answer(Outcome outcome, long nanos) {

    private static final long MILLI = 1_000_000;

    /**
     * Tells whether it arrived.
     *
     * @return whether it was delivered
     */
    public boolean isDelivered() {
        return outcome instanceof Outcome.Delivered;
    }

    /**
     * Says it to a person.
     *
     * @return one line, safe for a terminal
     */
    public String text() {
        String took = ", 1 try, " + nanos / MILLI + " ms: ";
        if (outcome instanceof Outcome.Delivered delivered) {
            return "delivered" + took + Printable.of(delivered.answer());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return "refused" + took + Printable.of(refused.reason()) + " (a real one would be a dead letter now)";
        }
        Outcome.TryAgain again = (Outcome.TryAgain) outcome;
        return "not delivered" + took + Printable.of(again.reason()) + " (a real one would be tried again"
                + when(again.after()) + ")";
    }

    private static String when(Optional<Duration> after) {
        return after.map(wait -> " after " + wait.toSeconds() + " s, as was asked for")
                .orElse("");
    }
}
