package io.hostpulse.alerter.control;

import io.hostpulse.alerter.route.RoutingEvent;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.Silences;
import io.hostpulse.common.codec.Rfc3339;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes and ends silences while the alerter runs.
 *
 * @param silences those there are
 * @param routing keeps them, and decides what they hold back
 */
record SilenceActions(Supplier<Silences> silences, Routing routing) {

    /** Every alert is compared with each. */
    private static final int MOST = 1000;

    Done silence(Errand errand) throws RefusedException {
        Silences known = silences.get();
        Silence silence = SilenceOrder.read(errand, unusedId(errand, known));
        if (known.isConfigured(silence.id())) {
            throw new RefusedException("the silence '" + silence.id()
                    + "' stands in the configuration: change it there, or choose another id");
        }
        List<RoutingEvent> events = new ArrayList<>(room(known, silence, errand.now()));
        events.add(new RoutingEvent.SilenceSet(silence));
        routing.step(errand.now(), events, errand.asCaused(silence.id()));
        return Done.with(silence.id());
    }

    /** The same name if the order is looked at again. */
    private static String unusedId(Errand errand, Silences known) {
        String base = errand.order().stream().replaceFirst("^control-", "") + "-"
                + errand.order().sequence();
        String id = base;
        for (int more = 2; known.get(id).isPresent(); more++) {
            id = base + "-" + more;
        }
        return id;
    }

    private static List<RoutingEvent> room(Silences known, Silence silence, long now) throws RefusedException {
        List<Silence> made = known.made();
        boolean replaces = made.stream().anyMatch(one -> one.id().equals(silence.id()));
        if (replaces || made.size() < MOST) {
            return List.of();
        }
        Optional<Silence> oldest = made.stream()
                .filter(one -> one.isOver(now) && !known.isConfigured(one.id()))
                .min(Comparator.comparingLong(one -> one.to().orElseThrow()));
        return List.of(new RoutingEvent.SilenceDeleted(oldest.orElseThrow(
                        () -> new RefusedException("there are " + MOST + " silences already: end some of them first"))
                .id()));
    }

    Done unsilence(Errand errand) throws RefusedException {
        errand.takesOnly("silence");
        String id = errand.arguments().text("silence");
        Silences known = silences.get();
        Silence silence = known.get(id).orElseThrow(() -> Errand.unknown("silence", id, current(known, errand.now())));
        if (silence.isOver(errand.now())) {
            throw new RefusedException("the silence '" + id + "' is over since "
                    + Rfc3339.format(silence.to().orElseThrow()));
        }
        routing.step(errand.now(), List.of(new RoutingEvent.SilenceExpired(id)), errand.asCaused(id));
        return Done.with(id);
    }

    private static List<String> current(Silences known, long now) {
        return known.all().stream()
                .filter(silence -> !silence.isOver(now))
                .map(Silence::id)
                .toList();
    }
}
