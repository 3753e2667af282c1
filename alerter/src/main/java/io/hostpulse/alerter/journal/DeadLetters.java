package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.common.alert.Alert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What was given up, and how it is sent once more. Used by the journal's thread.
 *
 * @param journal where it stands, and where it is written that it is sent again
 */
public record DeadLetters(Journal journal) {

    private static final String SENT_AGAIN = "This could not be delivered before, and was sent again by hand.";

    /**
     * Writes down that dead letters of a handler are sent again. From then on they wait like any other notification, also after a
     * restart, with all of their time before them and under the key they had.
     *
     * @param handler the handler's name
     * @param which those of them
     * @param now the present time, epoch nanoseconds
     * @return what to hand to the handler, in the order in which it was given up, which keeps what happened to an alert in its order;
     *     nothing when there is none
     */
    public List<Notification> revive(String handler, Predicate<Notification> which, long now) {
        return revive(handler, which, now, UnaryOperator.identity());
    }

    /**
     * The same because a person asked for it.
     *
     * @param handler the handler's name
     * @param which those of them
     * @param now the present time, epoch nanoseconds
     * @param asCaused adds to the entry whose doing it is
     * @return what to hand to the handler
     */
    public List<Notification> revive(
            String handler, Predicate<Notification> which, long now, UnaryOperator<Entry> asCaused) {
        Map<String, Alert> standing = standing();
        List<Notification> revived = journal.memory().handler(handler).dead().stream()
                .map(HandlerMemory.Dead::notification)
                .filter(which)
                .map(notification -> again(notification, standing, now))
                .toList();
        if (!revived.isEmpty()) {
            List<Dispatch> dispatches =
                    revived.stream().map(one -> new Dispatch(handler, one)).toList();
            journal.write(now, asCaused.apply(new Entry.Routed(List.of(), dispatches)));
        }
        return revived;
    }

    private Map<String, Alert> standing() {
        Map<String, Alert> standing = new HashMap<>();
        journal.memory().resolved().forEach(alert -> standing.put(alert.id(), alert));
        journal.memory().active().forEach(alert -> standing.put(alert.id(), alert));
        return standing;
    }

    /** Nobody must be told today that something is on which was over yesterday: each alert stands in it as it stands now. */
    private static Notification again(Notification dead, Map<String, Alert> standing, long now) {
        List<Alert> alerts = dead.alerts().stream()
                .map(alert -> standing.getOrDefault(alert.id(), alert))
                .toList();
        boolean changed =
                dead.kind() == Notification.Kind.FIRING && !alerts.stream().allMatch(Alert::isActive);
        Notification.Kind kind = changed ? Notification.Kind.SUMMARY : dead.kind();
        return new Notification(dead.key(), kind, now, dead.host(), alerts, dead.contexts(), said(dead.heldBack()));
    }

    private static String said(String heldBack) {
        return heldBack.contains(SENT_AGAIN) ? heldBack : (heldBack + " " + SENT_AGAIN).strip();
    }
}
