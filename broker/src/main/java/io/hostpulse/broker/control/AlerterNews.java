package io.hostpulse.broker.control;

import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.AlerterViewFile;
import io.hostpulse.common.control.ViewState;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import java.util.Optional;

/**
 * What the alerter says of itself, and how old that is: without an alerter nobody would raise an alert, and a list without alerts
 * would mean nothing.
 *
 * @param state {@code ok}, {@code stale}, {@code absent} or {@code unreadable}
 * @param reason why it is not ok; empty when it is
 * @param age nanoseconds since it was written, if it was
 * @param view what it says, also when it is stale
 */
public record AlerterNews(String state, String reason, Optional<Long> age, Optional<AlerterView> view) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /**
     * Reads it. Takes a moment: not for the thread of the connections.
     *
     * @param data where it is
     * @param clock the time
     * @return the news
     */
    public static AlerterNews read(DataDirectory data, EpochClock clock) {
        long now = clock.nanos();
        ViewState state = AlerterViewFile.in(data).read(now);
        if (state instanceof ViewState.Current current) {
            return of("ok", "", current.view(), now);
        }
        if (state instanceof ViewState.Old old) {
            return of(
                    "stale",
                    "the alerter has stopped or hangs: nobody looks whether alerts begin or end",
                    old.view(),
                    now);
        }
        if (state instanceof ViewState.Unreadable unreadable) {
            return new AlerterNews("unreadable", unreadable.reason(), Optional.empty(), Optional.empty());
        }
        return new AlerterNews(
                "absent",
                "the alerter has never run here: nobody looks for alerts",
                Optional.empty(),
                Optional.empty());
    }

    private static AlerterNews of(String state, String reason, AlerterView view, long now) {
        return new AlerterNews(state, reason, Optional.of(Math.max(0, now - view.at())), Optional.of(view));
    }

    /**
     * Writes what belongs into every answer about alerts.
     *
     * @return {@code state}, {@code age_ms} if there is one, and {@code reason} unless all is well
     */
    public Fields fields() {
        Fields.Builder fields = Fields.builder().put("state", state);
        age.ifPresent(nanos -> fields.put("age_ms", nanos / NANOS_PER_MILLI));
        if (!reason.isEmpty()) {
            fields.put("reason", reason);
        }
        return fields.build();
    }
}
