package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification;

/** What a handler is to be told of an alert. */
sealed interface Verdict {

    /** Nothing, because nothing is new or because its time has not come. */
    Nothing NOTHING = new Nothing(Long.MAX_VALUE);

    /** The handler's hours have not come. */
    static Verdict unreachable(Recipient recipient, Survey survey) {
        return new Unsent(
                Reason.HOURS,
                recipient.hours().map(hours -> hours.nextBoundary(survey.now())).orElse(Long.MAX_VALUE));
    }

    /**
     * Nothing new.
     *
     * @param again when that may change by itself, epoch nanoseconds
     */
    record Nothing(long again) implements Verdict {}

    /**
     * There is something, but the handler is not told.
     *
     * @param reason why
     * @param again when that may change by itself, epoch nanoseconds
     */
    record Unsent(Reason reason, long again) implements Verdict {}

    /**
     * There is something to tell.
     *
     * @param kind what
     * @param earliest from when on it may go along with others, epoch nanoseconds
     * @param due from when on it may go by itself
     * @param urgent whether it need not wait for the group's window
     */
    record News(Notification.Kind kind, long earliest, long due, boolean urgent) implements Verdict {}
}
