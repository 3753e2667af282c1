package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps count of what silences hold back, and tells it when they end. */
final class Summaries {

    private static final long MICROSECOND = 1000;

    private final RoutingSettings settings;
    private final RoutingMemory memory;
    private final List<Recipient> recipients;

    Summaries(RoutingSettings settings, RoutingMemory memory, List<Recipient> recipients) {
        this.settings = settings;
        this.memory = memory;
        this.recipients = recipients;
    }

    /** Keeps up with an alert that was held back. */
    void changed(Alert alert) {
        memory.tracked(alert.id())
                .flatMap(Tracked::heldBy)
                .flatMap(silence -> memory.heldBack(silence, alert.key()))
                .filter(held -> held.alert().id().equals(alert.id()))
                .ifPresent(held -> memory.remember(seen(held, alert, held.occurrences(), held.given())));
    }

    /** Counts each occurrence of which somebody would have been told. */
    void count(Assessor assessor, Survey survey) {
        for (Tracked one : memory.tracked()) {
            survey.silencing(one)
                    .filter(silence -> !one.heldBy().equals(Optional.of(silence.id())))
                    .filter(silence -> isHeldBack(one, assessor, survey))
                    .ifPresent(silence -> count(silence, one, survey.now()));
        }
    }

    private boolean isHeldBack(Tracked one, Assessor assessor, Survey survey) {
        return recipients.stream()
                .anyMatch(recipient -> assessor.assess(recipient, one, survey) instanceof Verdict.Unsent unsent
                        && unsent.reason() == Reason.SILENCED);
    }

    // Who had a summary already, while others still wait for their hours, gets another one: rather twice than not at
    // all.
    private void count(Silence silence, Tracked one, long now) {
        Alert alert = one.alert();
        memory.remember(memory.heldBack(silence.id(), alert.key())
                .map(held -> seen(held, newer(held.alert(), alert), held.occurrences() + 1, Set.of()))
                .orElseGet(() -> new Remembered.HeldBack(
                        silence.id(), now, alert, 1, one.lastOn().level(), Set.of())));
        memory.remember(one.heldBy(Optional.of(silence.id())));
    }

    private static Remembered.HeldBack seen(
            Remembered.HeldBack held, Alert alert, long occurrences, Set<String> given) {
        return new Remembered.HeldBack(
                held.silence(), held.since(), alert, occurrences, worse(held.worst(), alert.level()), given);
    }

    private static Alert newer(Alert one, Alert other) {
        return Math.floorDiv(one.since(), MICROSECOND) > Math.floorDiv(other.since(), MICROSECOND) ? one : other;
    }

    private static AlertLevel worse(AlertLevel one, AlertLevel other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Tells what those silences held back that hold nothing back any more. */
    void tell(Survey survey, Outgoing outgoing) {
        Map<String, List<Remembered.HeldBack>> ended = new TreeMap<>();
        for (Remembered.HeldBack held : memory.heldBack()) {
            Optional<Silence> holding = survey.silences().holding(held.alert(), survey.now());
            if (holding.isPresent()) {
                passOn(held, holding.get().id());
            } else if (!isOn(held.silence(), survey)) {
                ended.computeIfAbsent(held.silence(), unseen -> new ArrayList<>())
                        .add(held);
            }
        }
        ended.forEach((silence, held) -> tell(silence, held, survey, outgoing));
    }

    private static boolean isOn(String silence, Survey survey) {
        return survey.silences()
                .get(silence)
                .filter(found -> found.isOn(survey.now()))
                .isPresent();
    }

    // Another silence goes on holding the alert back, and its summary will name it.
    private void passOn(Remembered.HeldBack held, String silence) {
        if (silence.equals(held.silence())) {
            return;
        }
        Optional<Remembered.HeldBack> known =
                memory.heldBack(silence, held.alert().key());
        boolean same = known.filter(
                        other -> other.alert().id().equals(held.alert().id()))
                .isPresent();
        long occurrences =
                held.occurrences() + known.map(Remembered.HeldBack::occurrences).orElse(0L) - (same ? 1 : 0);
        Alert alert = known.map(other -> newer(other.alert(), held.alert())).orElse(held.alert());
        AlertLevel worst =
                known.map(other -> worse(other.worst(), held.worst())).orElse(held.worst());
        long since = known.map(Remembered.HeldBack::since).orElse(held.since());
        memory.forget(held.key());
        memory.remember(new Remembered.HeldBack(silence, since, alert, occurrences, worst, held.given()));
        memory.tracked(held.alert().id()).ifPresent(one -> memory.remember(one.heldBy(Optional.of(silence))));
    }

    private void tell(String silence, List<Remembered.HeldBack> held, Survey survey, Outgoing outgoing) {
        for (Recipient recipient : recipients) {
            List<Remembered.HeldBack> owed =
                    held.stream().filter(one -> isOwed(one, recipient)).toList();
            if (!owed.isEmpty() && recipient.isReachable(survey.now())) {
                send(silence, owed, recipient, survey, outgoing);
            }
        }
        held.forEach(one -> close(one, survey));
    }

    private boolean isOwed(Remembered.HeldBack held, Recipient recipient) {
        return settings.escalatesTo(recipient.name()).isEmpty()
                && !held.given().contains(recipient.name())
                && recipient.refuses(held.alert(), held.worst()).isEmpty();
    }

    private static void send(
            String silence, List<Remembered.HeldBack> owed, Recipient recipient, Survey survey, Outgoing outgoing) {
        List<Alert> alerts = owed.stream().map(Remembered.HeldBack::alert).toList();
        List<String> contents = new ArrayList<>(List.of(silence));
        owed.forEach(held -> contents.add(held.alert().id() + " " + held.occurrences() + " " + held.since()));
        long on = alerts.stream().filter(Alert::isActive).count();
        String text = Wording.summary(silence, survey.silences().get(silence), owed, on);
        outgoing.send(recipient.name(), Kind.SUMMARY, survey.now(), alerts, contents, text);
    }

    // Whoever cannot be told now is told when his hours begin.
    private void close(Remembered.HeldBack held, Survey survey) {
        Set<String> given = new TreeSet<>(held.given());
        recipients.stream()
                .filter(recipient -> isOwed(held, recipient) && recipient.isReachable(survey.now()))
                .forEach(recipient -> given.add(recipient.name()));
        Remembered.HeldBack next = new Remembered.HeldBack(
                held.silence(), held.since(), held.alert(), held.occurrences(), held.worst(), given);
        if (recipients.stream().noneMatch(recipient -> isOwed(next, recipient))) {
            memory.forget(held.key());
            memory.tracked(held.alert().id()).ifPresent(one -> memory.remember(one.heldBy(Optional.empty())));
        } else if (!next.equals(held)) {
            memory.remember(next);
        }
    }

    /** When a handler's hours begin that is still owed a summary, epoch nanoseconds; the largest number if none is. */
    long again(Survey survey) {
        return memory.heldBack().stream()
                .flatMap(held -> recipients.stream().filter(recipient -> isOwed(held, recipient)))
                .flatMap(recipient -> recipient.hours().stream())
                .mapToLong(hours -> hours.nextBoundary(survey.now()))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
