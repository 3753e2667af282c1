package io.hostpulse.alerter.replay;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import java.util.Comparator;
import java.util.OptionalLong;

/**
 * One alert from its beginning to its end.
 *
 * @param alert as it was last
 * @param worst how bad it was at its worst
 * @param ended why it is over; empty while it is on
 */
record Occurrence(Alert alert, AlertLevel worst, String ended) {

    /** The order of tables; the same whatever the order of arrival. */
    static final Comparator<Occurrence> BY_TIME = Comparator.comparingLong(Occurrence::begin)
            .thenComparing(occurrence -> occurrence.key().rule())
            .thenComparing(occurrence -> occurrence.key().dimension());

    static Occurrence of(Alert alert, String reason) {
        return new Occurrence(alert, alert.level(), alert.isActive() ? "" : reason);
    }

    /** The same one, later. */
    Occurrence then(Alert newer, String reason) {
        boolean worse = newer.level().compareTo(worst) > 0;
        return new Occurrence(newer, worse ? newer.level() : worst, newer.isActive() ? "" : reason);
    }

    AlertKey key() {
        return alert.key();
    }

    long begin() {
        return alert.since();
    }

    /** When it was over; nothing while it is on. */
    OptionalLong end() {
        return alert.resolved();
    }

    /** Whether it was on at some moment of a period. */
    boolean touches(Period period) {
        return begin() <= period.to() && end().orElse(Long.MAX_VALUE) >= period.from();
    }
}
