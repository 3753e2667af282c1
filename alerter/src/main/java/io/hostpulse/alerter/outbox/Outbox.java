package io.hostpulse.alerter.outbox;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.alert.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one handler still has to send. A notification that cannot be delivered now holds up only what is about the same alerts,
 * because their order must be kept; it is tried again until it arrives, is refused, or is too old. Pure: it neither sends nor
 * waits, and all times are given by the caller. Used by one thread.
 */
final class Outbox {

    private final String handler;
    private final Duration deadLetterAfter;
    private final Backoff backoff;
    private final List<Entry> entries = new ArrayList<>();

    /** Alerts whose beginning has arrived, so that their end is worth telling. */
    private final Set<String> told = new HashSet<>();

    /** One notification on its way. */
    private static final class Entry {
        private Notification notification;
        private int tries;
        private long notBefore;

        /** The other end has said when to come again. */
        private boolean isTold;

        private boolean hasHurried;

        private Entry(Notification notification) {
            this.notification = notification;
        }

        /** The other end is there again, so why wait for minutes; but one that fails for reasons of its own must not try all the time. */
        private void hurry(long now) {
            if (!hasHurried && !isTold && tries > 0) {
                hasHurried = true;
                notBefore = Math.min(notBefore, now);
            }
        }
    }

    Outbox(String handler, Duration deadLetterAfter, Backoff backoff) {
        this.handler = handler;
        this.deadLetterAfter = deadLetterAfter;
        this.backoff = backoff;
    }

    /** Remembers from an earlier life that the beginning of alerts has arrived. */
    void told(Collection<String> alerts) {
        told.addAll(alerts);
    }

    /**
     * Takes a notification in; one of a key that is here already is the same one.
     *
     * @return receipts for what need not be sent any more
     */
    List<Receipt> add(Notification notification, long now) {
        if (entries.stream().noneMatch(entry -> entry.notification.key().equals(notification.key()))) {
            entries.add(new Entry(notification));
        }
        return dropPointless(now);
    }

    /** The end of an alert is not told to who never heard of its beginning. */
    private List<Receipt> dropPointless(long now) {
        List<Receipt> receipts = new ArrayList<>();
        for (Entry entry : sendable()) {
            if (entry.notification.kind() == Notification.Kind.RESOLVED) {
                List<Alert> known = entry.notification.alerts().stream()
                        .filter(alert -> told.contains(alert.id()))
                        .toList();
                if (known.isEmpty()) {
                    entries.remove(entry);
                    receipts.add(receipt(entry, now, Receipt.Fate.POINTLESS, "its beginning was not delivered"));
                } else {
                    entry.notification = entry.notification.about(known);
                }
            }
        }
        return receipts;
    }

    /** The notification that should be sent now, if any. */
    Optional<Notification> due(long now) {
        return sendable().stream()
                .filter(entry -> entry.notBefore <= now)
                .findFirst()
                .map(entry -> entry.notification);
    }

    /** When the next one is due; a time in the past when one is due now, {@link Long#MAX_VALUE} when nothing waits. */
    long nextDue() {
        return sendable().stream().mapToLong(entry -> entry.notBefore).min().orElse(Long.MAX_VALUE);
    }

    /** Those with nothing about the same alerts before them. */
    private List<Entry> sendable() {
        Set<String> taken = new HashSet<>();
        List<Entry> free = new ArrayList<>();
        for (Entry entry : entries) {
            boolean isFree = true;
            for (Alert alert : entry.notification.alerts()) {
                isFree &= taken.add(alert.id());
            }
            if (isFree) {
                free.add(entry);
            }
        }
        return free;
    }

    /**
     * Learns what came of sending a notification.
     *
     * @return receipts for what is done with
     */
    List<Receipt> sent(Notification notification, Outcome outcome, long now) {
        Entry entry = entries.stream()
                .filter(one -> one.notification.key().equals(notification.key()))
                .findFirst()
                .orElseThrow();
        entry.tries++;
        if (outcome instanceof Outcome.TryAgain again && !isTooOld(entry, now)) {
            entry.notBefore = now + backoff.pause(entry.tries, again.after());
            entry.isTold = again.after().isPresent();
            return List.of();
        }
        entries.remove(entry);
        if (outcome instanceof Outcome.Delivered) {
            entries.forEach(other -> other.hurry(now));
        }
        List<Receipt> receipts = new ArrayList<>();
        receipts.add(end(entry, outcome, now));
        receipts.addAll(dropPointless(now));
        return receipts;
    }

    private boolean isTooOld(Entry entry, long now) {
        return now - entry.notification.at() >= deadLetterAfter.toNanos();
    }

    private Receipt end(Entry entry, Outcome outcome, long now) {
        if (outcome instanceof Outcome.TryAgain again) {
            return receipt(entry, now, Receipt.Fate.EXPIRED, again.reason());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return receipt(entry, now, Receipt.Fate.REFUSED, refused.reason());
        }
        remember(entry.notification);
        return receipt(entry, now, Receipt.Fate.DELIVERED, ((Outcome.Delivered) outcome).answer());
    }

    private void remember(Notification arrived) {
        for (Alert alert : arrived.alerts()) {
            if (arrived.kind() == Notification.Kind.RESOLVED) {
                told.remove(alert.id());
            } else {
                told.add(alert.id());
            }
        }
    }

    private Receipt receipt(Entry entry, long now, Receipt.Fate fate, String answer) {
        Notification notification = entry.notification;
        List<String> alerts = notification.alerts().stream().map(Alert::id).toList();
        long took = Math.max(0, now - notification.at());
        return new Receipt(handler, notification.key(), alerts, fate, now, entry.tries, took, answer);
    }

    /** How many wait. */
    int size() {
        return entries.size();
    }
}
