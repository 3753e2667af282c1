package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.common.alert.AlertLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Decides for one handler and one moment what goes out, and when to look again. */
final class HandlerTurn {

    private final RoutingMemory memory;
    private final Assessor assessor;
    private final Recipient recipient;
    private final Survey survey;
    private final GroupWindows windows;
    private final Telling telling;

    private final List<Assessed> assessed = new ArrayList<>();

    /** An alert as it was before anything was sent. */
    private record Assessed(Tracked tracked, Verdict verdict) {}

    HandlerTurn(
            RoutingSettings settings,
            RoutingMemory memory,
            Assessor assessor,
            Outgoing outgoing,
            Recipient recipient,
            Survey survey) {
        this.memory = memory;
        this.assessor = assessor;
        this.recipient = recipient;
        this.survey = survey;
        this.windows = new GroupWindows(settings, memory, recipient.name());
        this.telling = new Telling(settings, memory, outgoing, recipient, survey.now());
    }

    void take() {
        Map<String, List<Item>> groups = new TreeMap<>();
        for (Tracked one : memory.tracked()) {
            Verdict verdict = assessor.assess(recipient, one, survey);
            assessed.add(new Assessed(one, verdict));
            if (verdict instanceof Verdict.News news) {
                groups.computeIfAbsent(survey.group(one), unseen -> new ArrayList<>())
                        .add(new Item(one, news));
            } else {
                telling.untold(one, verdict);
            }
        }
        groups.forEach(this::tell);
    }

    private void tell(String group, List<Item> items) {
        telling.send(Kind.ACKNOWLEDGED, choose(items, item -> item.is(Kind.ACKNOWLEDGED)));
        List<Item> others = choose(items, item -> !item.is(Kind.ACKNOWLEDGED));
        List<Item> ready = choose(others, this::isReady);
        if (ready.stream().anyMatch(item -> goesAt(group, item) <= survey.now())) {
            flush(group, ready);
            choose(others, item -> !isReady(item)).forEach(telling::waiting);
        } else {
            others.forEach(telling::waiting);
        }
    }

    private boolean isReady(Item item) {
        return item.news().earliest() <= survey.now();
    }

    // What is over goes first: of an alert that came again, the end of the old occurrence stands before the new one.
    private void flush(String group, List<Item> ready) {
        telling.send(Kind.RESOLVED, choose(ready, item -> item.is(Kind.RESOLVED)));
        List<Item> firing = choose(ready, item -> item.is(Kind.FIRING));
        telling.send(Kind.FIRING, firing);
        worst(firing).ifPresent(level -> windows.told(group, level, survey.now()));
        ends(choose(firing, item -> item.tracked().isOver()));
        telling.send(Kind.REMINDER, choose(ready, item -> item.is(Kind.REMINDER)));
    }

    private void ends(List<Item> over) {
        List<Item> fresh = over.stream()
                .map(item -> memory.tracked(item.tracked().alert().id()).orElseThrow())
                .map(one -> new Item(one, new Verdict.News(Kind.RESOLVED, survey.now(), survey.now(), false)))
                .toList();
        if (recipient.sendResolved()) {
            telling.send(Kind.RESOLVED, fresh);
        } else {
            fresh.forEach(item -> telling.untold(item.tracked(), new Verdict.Unsent(Reason.RESOLVED, Long.MAX_VALUE)));
        }
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

    /** When this handler's turn comes again by itself, epoch nanoseconds; the largest number when it does not. */
    long again() {
        long next = Long.MAX_VALUE;
        for (Assessed one : assessed) {
            next = Math.min(next, telling.hasTouched(one.tracked()) ? reassessed(one.tracked()) : again(one));
        }
        return next;
    }

    // What is no longer tracked needs no turn.
    private long reassessed(Tracked before) {
        return memory.tracked(before.alert().id())
                .map(one -> again(new Assessed(one, assessor.assess(recipient, one, survey))))
                .orElse(Long.MAX_VALUE);
    }

    // What other handlers were told does not matter here, and time does not pass within a moment.
    private long again(Assessed one) {
        if (one.verdict() instanceof Verdict.News news) {
            return goesAt(survey.group(one.tracked()), new Item(one.tracked(), news));
        }
        return one.verdict() instanceof Verdict.Unsent unsent
                ? unsent.again()
                : ((Verdict.Nothing) one.verdict()).again();
    }

    private static List<Item> choose(List<Item> items, Predicate<Item> wanted) {
        return items.stream().filter(wanted).toList();
    }
}
