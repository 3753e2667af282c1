package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Decides for one handler and one moment what goes out, and remembers that it did. */
final class HandlerTurn {

    private final RoutingSettings settings;
    private final RoutingMemory memory;
    private final Assessor assessor;
    private final Outgoing outgoing;
    private final Recipient recipient;
    private final Survey survey;
    private final GroupWindows windows;

    HandlerTurn(
            RoutingSettings settings,
            RoutingMemory memory,
            Assessor assessor,
            Outgoing outgoing,
            Recipient recipient,
            Survey survey) {
        this.settings = settings;
        this.memory = memory;
        this.assessor = assessor;
        this.outgoing = outgoing;
        this.recipient = recipient;
        this.survey = survey;
        this.windows = new GroupWindows(settings, memory, recipient.name());
    }

    /** Something to tell about an alert. */
    private record Item(Tracked tracked, Verdict.News news) {

        boolean is(Kind kind) {
            return news.kind() == kind;
        }

        // One that came and went before it could be told is told as it was.
        Alert shown() {
            return is(Kind.FIRING) ? tracked.lastOn() : tracked.alert();
        }
    }

    void take() {
        Map<String, List<Item>> groups = new TreeMap<>();
        for (Tracked one : memory.tracked()) {
            Verdict verdict = assessor.assess(recipient, one, survey);
            if (verdict instanceof Verdict.News news) {
                String group = settings.group(one.alert());
                groups.computeIfAbsent(group, unseen -> new ArrayList<>()).add(new Item(one, news));
            } else {
                untold(one, verdict);
            }
        }
        groups.forEach(this::tell);
    }

    private void untold(Tracked one, Verdict verdict) {
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

    private void countUnheard(Tracked one, Reason reason) {
        if (reason == Reason.COOLDOWN || reason == Reason.REPEATED) {
            memory.heard(recipient.name(), one.alert().key()).ifPresent(heard -> memory.remember(heard.unheardAgain()));
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

    private void tell(String group, List<Item> items) {
        send(Kind.ACKNOWLEDGED, choose(items, item -> item.is(Kind.ACKNOWLEDGED)));
        List<Item> others = choose(items, item -> !item.is(Kind.ACKNOWLEDGED));
        List<Item> ready = choose(others, this::isReady);
        if (ready.stream().anyMatch(item -> goesAt(group, item) <= survey.now())) {
            flush(group, ready);
            choose(others, item -> !isReady(item)).forEach(this::waiting);
        } else {
            others.forEach(this::waiting);
        }
    }

    private boolean isReady(Item item) {
        return item.news().earliest() <= survey.now();
    }

    // What is over goes first: of an alert that came again, the end of the old occurrence stands before the new one.
    private void flush(String group, List<Item> ready) {
        send(Kind.RESOLVED, choose(ready, item -> item.is(Kind.RESOLVED)));
        List<Item> firing = choose(ready, item -> item.is(Kind.FIRING));
        send(Kind.FIRING, firing);
        worst(firing).ifPresent(level -> windows.told(group, level, survey.now()));
        ends(choose(firing, item -> item.tracked().isOver()));
        send(Kind.REMINDER, choose(ready, item -> item.is(Kind.REMINDER)));
    }

    private void ends(List<Item> over) {
        List<Item> fresh = over.stream()
                .map(item -> memory.tracked(item.tracked().alert().id()).orElseThrow())
                .map(one -> new Item(one, new Verdict.News(Kind.RESOLVED, survey.now(), survey.now(), false)))
                .toList();
        if (recipient.sendResolved()) {
            send(Kind.RESOLVED, fresh);
        } else {
            fresh.forEach(item -> untold(item.tracked(), new Verdict.Unsent(Reason.RESOLVED, Long.MAX_VALUE)));
        }
    }

    // It may go now, but others must make it: whatever withheld it before no longer does.
    private void waiting(Item item) {
        Standing standing = item.tracked().standing(recipient.name());
        remember(item.tracked(), acknowledgement(item.tracked(), standing.ready()));
    }

    private static Optional<AlertLevel> worst(List<Item> items) {
        return items.stream().map(item -> item.shown().level()).max(Comparator.naturalOrder());
    }

    /** When news goes out by itself: the window does not hold up what begins worse than all that was told in it. */
    private long goesAt(String group, Item item) {
        boolean begins = item.is(Kind.FIRING)
                && item.tracked().standing(recipient.name()).told().isEmpty();
        long windowEnd =
                begins ? windows.endFor(group, item.shown().level(), survey.now()) : windows.end(group, survey.now());
        return item.news().urgent() ? item.news().due() : Math.max(item.news().due(), windowEnd);
    }

    private void send(Kind kind, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        String text = kind == Kind.FIRING ? firingText(items) : "";
        items.forEach(item -> remember(kind, item));
        outgoing.send(
                recipient.name(),
                kind,
                survey.now(),
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
                remember(one, Standing.told(Standing.Told.now(alert, survey.now(), standing.count() + 1)));
                memory.remember(new Remembered.Heard(recipient.name(), alert.key(), survey.now(), alert.level(), 0));
            }
        }
    }

    private void remember(Tracked one, Standing standing) {
        if (!standing.equals(one.standing(recipient.name()))) {
            Tracked current = memory.tracked(one.alert().id()).orElse(one);
            memory.remember(current.with(recipient.name(), standing));
        }
    }

    /** When this handler's turn comes again by itself, epoch nanoseconds; the largest number when it does not. */
    long again() {
        return memory.tracked().stream().mapToLong(this::again).min().orElse(Long.MAX_VALUE);
    }

    private long again(Tracked one) {
        Verdict verdict = assessor.assess(recipient, one, survey);
        if (verdict instanceof Verdict.News news) {
            return goesAt(settings.group(one.alert()), new Item(one, news));
        }
        return verdict instanceof Verdict.Unsent unsent ? unsent.again() : ((Verdict.Nothing) verdict).again();
    }

    private static List<Item> choose(List<Item> items, Predicate<Item> wanted) {
        return items.stream().filter(wanted).toList();
    }
}
