package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends to one handler at one moment, counts what is not sent, and remembers both. */
final class Telling {

    private final RoutingSettings settings;
    private final RoutingMemory memory;
    private final Outgoing outgoing;
    private final Recipient recipient;
    private final long now;

    /** About these something is remembered that was not when the moment began. */
    private final Set<AlertKey> touched = new HashSet<>();

    Telling(RoutingSettings settings, RoutingMemory memory, Outgoing outgoing, Recipient recipient, long now) {
        this.settings = settings;
        this.memory = memory;
        this.outgoing = outgoing;
        this.recipient = recipient;
        this.now = now;
    }

    /** Whether what was assessed about it at the beginning of the moment may no longer hold. */
    boolean hasTouched(Tracked one) {
        return touched.contains(one.alert().key());
    }

    void send(Kind kind, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        String text = kind == Kind.FIRING ? firingText(items) : "";
        items.forEach(item -> remember(kind, item));
        outgoing.send(
                recipient.name(),
                kind,
                now,
                items.stream().map(Item::shown).toList(),
                items.stream().flatMap(item -> contents(kind, item).stream()).toList(),
                text);
    }

    private String firingText(List<Item> items) {
        long over = items.stream().filter(item -> item.tracked().isOver()).count();
        long unheard = items.stream()
                .flatMap(item -> memory.heard(recipient.name(), item.shown().key()).stream())
                .mapToLong(Remembered.Heard::unheard)
                .sum();
        boolean first = items.stream()
                .allMatch(
                        item -> item.tracked().standing(recipient.name()).told().isEmpty());
        return Wording.firing(over, unheard, first ? settings.escalationDelay(recipient.name()) : Optional.empty());
    }

    private List<String> contents(Kind kind, Item item) {
        Alert alert = item.shown();
        long count = item.tracked().standing(recipient.name()).count() + 1;
        return List.of(
                alert.id(),
                alert.level().name(),
                Boolean.toString(alert.flapping()),
                Long.toString(item.tracked().openSince().orElse(0)),
                kind == Kind.RESOLVED ? "over" : Long.toString(count));
    }

    private void remember(Kind kind, Item item) {
        Tracked one = item.tracked();
        Standing standing = one.standing(recipient.name());
        switch (kind) {
            case RESOLVED -> remember(one, Standing.DONE);
            case ACKNOWLEDGED ->
                remember(one, Standing.told(standing.told().orElseThrow().acknowledgedOnce()));
            default -> {
                Alert alert = item.shown();
                remember(one, Standing.told(Standing.Told.now(alert, now, standing.count() + 1)));
                hear(new Remembered.Heard(recipient.name(), alert.key(), now, alert.level(), 0));
            }
        }
    }

    void untold(Tracked one, Verdict verdict) {
        Standing standing = one.standing(recipient.name());
        Standing next = standing;
        if (verdict instanceof Verdict.Unsent unsent) {
            next = standing.unsent(unsent.reason());
            if (!next.equals(standing)) {
                outgoing.unsent(recipient.name(), one.alert().id(), unsent.reason());
                countUnheard(one, unsent.reason());
            }
        }
        remember(one, isEnd(one, standing, verdict) ? Standing.DONE : acknowledgement(one, next));
    }

    /** It may go now, but others must make it: whatever withheld it before no longer does. */
    void waiting(Item item) {
        Standing standing = item.tracked().standing(recipient.name());
        remember(item.tracked(), acknowledgement(item.tracked(), standing.ready()));
    }

    private void countUnheard(Tracked one, Reason reason) {
        if (reason == Reason.COOLDOWN || reason == Reason.REPEATED) {
            memory.heard(recipient.name(), one.alert().key()).ifPresent(heard -> hear(heard.unheardAgain()));
        }
    }

    /** Nobody hears of the end of what he did not hear of. */
    private static boolean isEnd(Tracked one, Standing standing, Verdict verdict) {
        boolean finished = standing.told().isEmpty()
                || verdict instanceof Verdict.Unsent unsent
                        && (unsent.reason() == Reason.RESOLVED || unsent.reason() == Reason.DISABLED);
        return one.isOver() && finished;
    }

    // An acknowledgement that was taken back is no news, but the next one is.
    private static Standing acknowledgement(Tracked one, Standing standing) {
        Optional<Standing.Told> stale = standing.told()
                .filter(told -> told.acknowledged() && one.alert().state() == AlertState.FIRING);
        return stale.isEmpty()
                ? standing
                : new Standing(stale.map(told -> told.withAcknowledged(false)), standing.unsent(), standing.done());
    }

    private void remember(Tracked one, Standing standing) {
        if (!standing.equals(one.standing(recipient.name()))) {
            Tracked current = memory.tracked(one.alert().id()).orElse(one);
            memory.remember(current.with(recipient.name(), standing));
            touched.add(one.alert().key());
        }
    }

    private void hear(Remembered.Heard heard) {
        memory.remember(heard);
        touched.add(heard.alert());
    }
}
